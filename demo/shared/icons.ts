import check from 'lucide-static/icons/check.svg?raw';
import code from 'lucide-static/icons/code-xml.svg?raw';
import down from 'lucide-static/icons/chevron-down.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import settings from 'lucide-static/icons/sliders-horizontal.svg?raw';

const ICONS = { check, close, code, down, languages, settings };

/** Puts a Lucide icon into every `data-icon`; the name of the control is its `data-label`. */
export function drawIcons(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-icon]')) {
    element.innerHTML = ICONS[element.dataset.icon as keyof typeof ICONS];
    const svg = element.querySelector('svg')!;
    svg.setAttribute('width', '16');
    svg.setAttribute('height', '16');
    svg.setAttribute('aria-hidden', 'true');
  }
}
