/** What somebody has to do, by tick. */
export class Agenda<Task> {
  readonly #tasks = new Map<number, Task[]>()

  /** Puts a task down. What lies beyond the year is never done. */
  add(tick: number | undefined, task: Task): void {
    if (tick === undefined) return
    const tasks = this.#tasks.get(tick)
    if (tasks === undefined) this.#tasks.set(tick, [task])
    else tasks.push(task)
  }

  /** Takes what is due at a tick or was due before it. */
  takeUpTo(tick: number): Task[] {
    const due = [...this.#tasks.keys()].filter((one) => one <= tick).sort((one, other) => one - other)
    const tasks = due.flatMap((one) => this.#tasks.get(one) ?? [])
    for (const one of due) this.#tasks.delete(one)
    return tasks
  }
}
