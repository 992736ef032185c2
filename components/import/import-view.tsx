'use client'

import { navigate } from '@/components/shop/router'
import { Button } from '@/components/ui/button'
import { DoneIcon, UndoIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { TopBar } from '@/components/ui/top-bar'
import { ChooseList } from './choose-list'
import { ColumnQuestions } from './column-questions'
import { PlanPreview } from './plan-preview'
import { useImport } from './use-import'

const number = new Intl.NumberFormat('tr')
const backToList = () => navigate('/musteriler')

/** A customer list from a file or the phone's contacts: choose, look, take; and take it back. */
export function ImportView() {
  const { step, setStep, plan, readFile, readContacts, carryOut, undo } = useImport()
  const chooseAgain = () => setStep({ at: 'choosing' })
  return (
    <main className="flex flex-1 flex-col">
      <TopBar title="Liste aktar" back={step.at === 'mapping' || step.at === 'planned' ? chooseAgain : backToList} />
      <div className="flex w-full max-w-2xl flex-1 flex-col gap-5 px-gutter py-4">
        {step.at === 'choosing' && <ChooseList refusal={step.refusal} onFile={readFile} onContacts={readContacts} />}
        {step.at === 'reading' && <p role="status">Liste okunuyor…</p>}
        {step.at === 'mapping' && (
          <ColumnQuestions
            preview={step.preview}
            mapping={step.mapping}
            onChange={mapping => setStep({ ...step, mapping })}
            onDone={() => plan(step.preview, step.mapping)}
          />
        )}
        {step.at === 'planning' && <Progress label="Liste inceleniyor" done={step.done} total={step.total} />}
        {step.at === 'planned' && (
          <PlanPreview
            plan={step.plan}
            onCorrect={() => setStep({ at: 'mapping', preview: step.preview, mapping: step.mapping })}
            onTake={() => carryOut(step.plan, step.existing)}
          />
        )}
        {step.at === 'sending' && (
          <>
            <Progress label="Müşteriler ekleniyor" done={step.done} total={step.total} />
            <p className="text-ink-soft">Başka ekrana geçebilirsiniz, ekleme sürer. Siftah’ı kapatmayın.</p>
          </>
        )}
        {step.at === 'done' && (
          <>
            <p role="status" className="flex items-center gap-2 text-name font-semibold">
              <DoneIcon aria-hidden className="shrink-0 text-do" />
              {sentence(step)}
            </p>
            <Button variant="do" full onClick={backToList}>
              Müşterilere git
            </Button>
            <Button full icon={<UndoIcon />} onClick={() => undo(step.importId)}>
              Geri al
            </Button>
          </>
        )}
        {step.at === 'interrupted' && (
          <Notice
            tone="look"
            title={`Aktarım yarıda kaldı, ${number.format(step.done)} kişi eklendi`}
            actions={
              <>
                <Button onClick={chooseAgain}>Yeniden dene</Button>
                {step.done > 0 && <Button onClick={() => undo(step.importId)}>Geri al</Button>}
              </>
            }
          >
            <p>Telefonda yer açıp aynı listeyi yeniden seçin; eklenmiş olanlar bir daha eklenmez.</p>
          </Notice>
        )}
        {step.at === 'undoing' && <p role="status">Aktarım geri alınıyor…</p>}
        {step.at === 'undone' && (
          <>
            <p role="status" className="text-name font-semibold">
              Aktarım geri alındı
            </p>
            <Button variant="do" full onClick={chooseAgain}>
              Başka liste seç
            </Button>
            <Button full onClick={backToList}>
              Müşterilere git
            </Button>
          </>
        )}
      </div>
    </main>
  )
}

function sentence({ created, merged, debts }: { created: number; merged: number; debts: number }): string {
  const parts = [
    created > 0 && `${number.format(created)} müşteri eklendi`,
    merged > 0 && `${number.format(merged)} müşterinin bilgisi tamamlandı`,
    debts > 0 && `${number.format(debts)} kişinin borcu yazıldı`,
  ]
  return parts.filter(Boolean).join(', ')
}
