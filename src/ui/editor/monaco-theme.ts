import { editor } from 'monaco-editor/editor';

const themeName = 'lab';

/** Monaco takes colours as six hexadecimal digits only, so the page's palette is read from its custom properties. */
function palette(): (name: string) => string {
  const style = getComputedStyle(document.documentElement);
  const unknown = isDark() ? '#ffffff' : '#000000';
  return (name) => sixDigits(style.getPropertyValue(`--${name}`).trim()) ?? unknown;
}

/** The minifier shortens `#ffffff` to `#fff`. */
function sixDigits(colour: string): string | undefined {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  return /^#[0-9a-f]{3}$/i.test(colour) ? colour.replace(/[0-9a-f]/gi, '$&$&') : undefined;
}

function isDark(): boolean {
  return document.documentElement.dataset.theme === 'dark';
}

/** Gives all editors the colours of the page as they are now. */
function applyPageTheme(): void {
  const colour = palette();
  const [ink, soft, surface, accent] = [
    colour('ink'),
    colour('ink-soft'),
    colour('surface'),
    colour('accent'),
  ];
  editor.defineTheme(themeName, {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: hex(ink) },
      { token: 'policy-key', foreground: hex(accent) },
      { token: 'policy-text', foreground: hex(ink) },
      { token: 'policy-allow', foreground: hex(colour('allowed')), fontStyle: 'bold' },
      { token: 'policy-deny', foreground: hex(colour('denied')), fontStyle: 'bold' },
      { token: 'policy-variable', foreground: hex(colour('person-julie')) },
      { token: 'policy-wildcard', foreground: hex(colour('person-woofy')), fontStyle: 'bold' },
      { token: 'policy-number', foreground: hex(colour('silent')) },
      { token: 'delimiter', foreground: hex(soft) },
    ],
    colors: {
      'editor.background': surface,
      'editor.foreground': ink,
      'editorLineNumber.foreground': soft,
      'editorLineNumber.activeForeground': ink,
      'editorCursor.foreground': ink,
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': colour('line'),
      'editor.selectionBackground': `${accent}3d`,
      'editor.inactiveSelectionBackground': `${accent}26`,
      'editor.findMatchBackground': `${colour('silent')}59`,
      'editor.findMatchHighlightBackground': `${colour('silent')}33`,
      'editorBracketMatch.background': `${accent}26`,
      'editorBracketMatch.border': accent,
      'editorBracketHighlight.foreground1': soft,
      'editorBracketHighlight.foreground2': soft,
      'editorBracketHighlight.foreground3': soft,
      'editorBracketHighlight.unexpectedBracket.foreground': colour('denied'),
      'editorIndentGuide.background1': colour('line'),
      'editorIndentGuide.activeBackground1': colour('line-strong'),
      'editorError.foreground': colour('denied'),
      'editorWarning.foreground': colour('silent'),
      'editorInfo.foreground': accent,
      'editorHint.foreground': accent,
      'editorWidget.background': colour('raised'),
      'editorWidget.foreground': ink,
      'editorWidget.border': colour('line-strong'),
      'editorHoverWidget.background': colour('raised'),
      'editorHoverWidget.foreground': ink,
      'editorHoverWidget.border': colour('line-strong'),
      'input.background': surface,
      'input.foreground': ink,
      'input.border': colour('line-strong'),
      'input.placeholderForeground': soft,
      'menu.background': colour('raised'),
      'menu.foreground': ink,
      'menu.selectionBackground': accent,
      'menu.selectionForeground': colour('accent-ink'),
      'menu.border': colour('line-strong'),
      'editorCodeLens.foreground': soft,
      'editorInlayHint.foreground': soft,
      focusBorder: colour('focus'),
      'scrollbarSlider.background': `${colour('line-strong')}80`,
      'scrollbar.shadow': '#00000000',
    },
  });
  editor.setTheme(themeName);
}

/** Keeps to `data-theme` of the page as long as it is not stopped. */
export function followPageTheme(): () => void {
  applyPageTheme();
  const observer = new MutationObserver(applyPageTheme);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

const hex = (colour: string) => colour.slice(1);
