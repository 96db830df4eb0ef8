/** What a picture looks like, of all the properties there are. */
const LOOK = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'] as const;

/** An SVG of the page as a document of its own: the look in force becomes attributes, which every program reads. */
export function exportPicture(picture: SVGSVGElement, ground: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [from, to] = [picture, copy].map((root) => Array.from(root.querySelectorAll<SVGElement>('path, rect, circle, text')));
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of LOOK) {
      const value = style.getPropertyValue(name);
      if (value !== '') to[i].setAttribute(name, value);
    }
  });
  const dimmed = [picture, copy].map((root) => Array.from(root.querySelectorAll<SVGElement>('g')));
  dimmed[0].forEach((group, i) => dimmed[1][i].setAttribute('opacity', getComputedStyle(group).opacity));
  // Comments are the template's, classes mean nothing elsewhere.
  const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode!.removeChild(comment);
  for (const element of [copy, ...copy.querySelectorAll('*')]) for (const name of ['class', 'data-word', 'aria-label', 'role']) element.removeAttribute(name);
  const background = copy.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', ground]]) background.setAttribute(name, value);
  copy.prepend(background);
  return new XMLSerializer().serializeToString(copy);
}
