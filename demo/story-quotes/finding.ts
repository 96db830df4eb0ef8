import type { Language } from '../shared/settings';
import { bestUnit } from './quote-response';
import type { LoadedStates } from './states';
import { QUOTE_STRINGS } from './strings';

/** By how much a trained unit has to lead in other passages, to be called learned. */
const LEAD = 0.05;

const figure = (value: number): string => value.toFixed(3);

/** Fills the section: the best unit of each model where it was chosen and elsewhere. */
export function showFinding(section: HTMLElement, { trained, untrained }: LoadedStates, lang: Language, look: (layer: string, unit: number) => void): void {
  const strings = QUOTE_STRINGS[lang];
  const [own, control] = [bestUnit(trained), bestUnit(untrained)];
  const learned = own.heldOut.auc - control.heldOut.auc >= LEAD;
  section.querySelector('#result')!.textContent = (learned ? strings.result : strings.resultNone)(own.chosen.unit, figure(own.chosen.auc), figure(own.heldOut.auc), figure(control.heldOut.auc));
  const rows = [{ name: strings.trained, layer: '', best: own }, { name: strings.untrained, layer: strings.untrained, best: control }];
  section.querySelector('tbody')!.replaceChildren(...rows.map(({ name, layer, best: { chosen, heldOut } }) => {
    const row = document.createElement('tr');
    const cell = (content: string, className = '') => Object.assign(row.insertCell(), { textContent: content, className });
    row.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: name }));
    cell(String(chosen.unit));
    cell(figure(chosen.auc), 'number');
    cell(figure(heldOut.auc), 'number');
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: strings.look, ariaLabel: strings.lookAt(name) });
    button.addEventListener('click', () => look(layer, chosen.unit));
    row.insertCell().append(button);
    return row;
  }));
  section.hidden = false;
}
