import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';

/** Adds what the controls of forms show (OpenDocument 1.3, part 3, 13.5): labels, what was filled in, boxes that are ticked or not. */
export function collectControls(forms: XmlNode, controls: Map<string, string>): void {
  for (const node of elementsOf(forms)) {
    const id = node.attributes['xml:id'] ?? node.attributes['form:id'] ?? node.attributes['form:control-id'];
    const text = controlText(node);
    if (id !== undefined && text !== '') controls.set(id, text);
    collectControls(node, controls);
  }
}

function controlText(node: XmlNode): string {
  const { attributes } = node;
  const label = attributes['form:label'] ?? '';
  switch (node.name) {
    case 'checkbox':
    case 'radio':
      return `${isOn(node) ? '☒' : '☐'} ${label}`.trim();
    case 'listbox':
      return elementsOf(node)
        .filter(isOn)
        .map((option) => option.attributes['form:label'] ?? '')
        .join(', ');
    case 'password':
    case 'hidden':
      return '';
    default:
      return attributes['form:current-value'] ?? attributes['form:value'] ?? label;
  }
}

/** What somebody chose comes before what was chosen at first. */
const isOn = ({ attributes }: XmlNode): boolean =>
  (attributes['form:current-state'] ?? attributes['form:state']) === 'checked' ||
  (attributes['form:current-selected'] ?? attributes['form:selected']) === 'true';
