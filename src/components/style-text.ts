import { noChange } from 'lit';
import { Directive, directive, type AttributePart, type DirectiveResult } from 'lit/directive.js';

/** Declarations of a `style` attribute, set by script. */
class StyleTextDirective extends Directive {
  #text: string | undefined;

  render(text: string): string {
    return text;
  }

  override update({ element }: AttributePart, [text]: [text: string]): typeof noChange {
    if (text !== this.#text) (element as HTMLElement | SVGElement).style.cssText = text;
    this.#text = text;
    return noChange;
  }
}

/**
 * The whole of a `style` attribute: ``style=${styleText(`left: ${x}px`)}``. A page with a strict Content-Security-Policy
 * forbids attributes of that name, and `setAttribute`, by which Lit would write it (`styleMap`, too, when it first renders); a
 * script may change the style itself.
 */
export const styleText: (text: string) => DirectiveResult = directive(StyleTextDirective);
