/** Where the description of the elements lies below the site's root. */
export const REFERENCE_PATH = 'data/reference/elements.json';

export interface NamedText {
  name: string;
  description: string;
}

export interface ApiProperty extends NamedText {
  /** The attribute that sets it; '' where there is none. */
  attribute: string;
  type: string;
  default: string;
  readonly: boolean;
}

/** One element, as its class comments describe it. Descriptions are Markdown of one paragraph: code between backticks. */
export interface ApiElement {
  tag: string;
  description: string;
  properties: ApiProperty[];
  methods: (NamedText & { signature: string })[];
  events: (NamedText & { type: string })[];
  slots: NamedText[];
  parts: NamedText[];
  cssProperties: (NamedText & { default: string })[];
}
