/** Collects what the page holds but does not show; pieces with nothing seen between them are one text. */
export class HiddenTexts {
  private readonly texts: string[] = [];
  private text = '';

  add(text: string): void {
    this.text += text;
  }

  /** Something seen stands here. */
  end(): void {
    if (this.text === '') return;
    const text = this.text.replace(/\s+/g, ' ').trim();
    if (text !== '') this.texts.push(text);
    this.text = '';
  }

  finish(): readonly string[] {
    this.end();
    return this.texts;
  }
}
