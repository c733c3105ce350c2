import { tagHighlighter, tags } from '@lezer/highlight';

/**
 * The colours of a program: of few words, since each is an element that the browser must style and lay
 * out, and names, dots and brackets read best in the one colour of ink (client/styles/editor.css).
 */
export const ink = tagHighlighter([
  { tag: [tags.keyword, tags.operator], class: 'tok-keyword' },
  { tag: tags.derefOperator, class: '' },
  { tag: [tags.string, tags.regexp, tags.escape, tags.special(tags.string)], class: 'tok-string' },
  { tag: [tags.number, tags.bool, tags.atom], class: 'tok-number' },
  { tag: tags.comment, class: 'tok-comment' },
]);
