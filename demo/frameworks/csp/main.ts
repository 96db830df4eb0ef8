interface Example {
  /** Puts a working element into the place. */
  show(place: HTMLElement): void;
}

const examples = import.meta.glob<Example>('../../reference/examples/*.ts');
const place = document.querySelector<HTMLElement>('#elements')!;
const only = location.hash.slice(1);

// The examples of the reference, all of them or the one that the address names.
for (const [path, load] of Object.entries(examples)) {
  if (path.includes(`/${only}`)) (await load()).show(place.appendChild(document.createElement('section')));
}
