/** Listeners to one kind of news, told in the order they came. */
export class ListenerSet<News> {
  readonly #listeners = new Set<(news: News) => void>();

  /** Adds a listener; the returned function removes it. */
  add(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }
}
