import { eventIdOf, type Message, sourceOf } from '@yibiao/schemas'

/** What is due of a record. */
export interface Due {
  readonly record: string
  readonly timer: string
  /** Epoch milliseconds. */
  readonly due: number
}

/** The alarm's bytes. Its id follows from record, timer and due time, so that ringing twice says the same. */
export function alarmMessage({ record, timer, due }: Due, now: number): Buffer {
  const instant = new Date(due).toISOString()
  const message: Message = {
    specversion: '1.0',
    id: eventIdOf(`/alarms/${record}`, `${timer} ${instant}`, 0),
    source: sourceOf('CLOCK'),
    type: 'yibiao.timer.due.v1',
    subject: record,
    time: new Date(now).toISOString(),
    datacontenttype: 'application/json',
    authtype: 'timer',
    authid: 'clock',
    data: { timer, due: instant },
  }
  return Buffer.from(JSON.stringify(message))
}
