import { Counter } from 'k6/metrics'

/** Times that somebody wanted and somebody else had: without any, a run has proved nothing about double booking. */
export const timesTaken = new Counter('times_taken')
