import type { ApiElement, NamedText } from '../data/reference-format';

/** An entry without a comment has no description. */
interface Described {
  name: string;
  description?: string;
}

/** What of a custom elements manifest (schema 2) is read here. */
interface Member extends Described {
  kind: 'field' | 'method';
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
  default?: string;
  type?: { text: string };
  parameters?: { name: string; optional?: boolean; default?: string; type?: { text: string } }[];
  return?: { type?: { text: string } };
}

export interface Declaration extends Described {
  tagName?: string;
  members?: Member[];
  events?: (Described & { type?: { text: string } })[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: (Described & { default?: string })[];
}

export interface Manifest {
  modules: { declarations: Declaration[] }[];
}

/** A method as a page calls it: `select(ids: Iterable<number>): void`. */
function signatureOf({ name, parameters = [], return: answer }: Member): string {
  const list = parameters.map((parameter) => {
    // A destructured parameter has no name of its own.
    const called = parameter.name.startsWith('{') ? 'options' : parameter.name;
    return `${called}${parameter.optional || parameter.default !== undefined ? '?' : ''}${parameter.type ? `: ${parameter.type.text}` : ''}`;
  });
  return `${name}(${list.join(', ')})${answer?.type ? `: ${answer.type.text}` : ''}`;
}

const named = ({ name, description = '' }: Described): NamedText => ({ name, description: description.replaceAll(/\s+/g, ' ') });

/** A member that a page may use: described, and none of Lit's own. */
const offered = ({ static: isStatic, description }: Member) => !isStatic && Boolean(description);

/** The elements of a manifest, by name of the tag. */
export function readManifest({ modules }: Manifest): ApiElement[] {
  const elements = modules.flatMap(({ declarations }) => declarations).filter((declaration) => declaration.tagName !== undefined);
  return elements.map(({ tagName, description = '', members = [], events = [], slots = [], cssParts = [], cssProperties = [] }): ApiElement => ({
    tag: tagName!,
    description: description.replaceAll(/\s+/g, ' '),
    properties: members.filter((member) => member.kind === 'field' && offered(member)).map((member) => ({
      ...named(member), attribute: member.attribute ?? '', type: member.type?.text ?? '', default: member.default ?? '', readonly: member.readonly ?? false,
    })),
    methods: members.filter((member) => member.kind === 'method' && offered(member)).map((member) => ({ ...named(member), signature: signatureOf(member) })),
    events: events.map((event) => ({ ...named(event), type: event.type?.text ?? '' })),
    slots: slots.map(named),
    parts: cssParts.map(named),
    cssProperties: cssProperties.map((property) => ({ ...named(property), default: property.default ?? '' })),
  })).sort((a, b) => (a.tag < b.tag ? -1 : 1));
}
