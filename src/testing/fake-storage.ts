/** A browser's storage that can be `full` (writing throws) or `blocked` (everything throws). */
export function fakeStorage(texts: Readonly<Record<string, string>> = {}) {
  const storage = {
    texts: { ...texts } as Record<string, string>,
    full: false,
    blocked: false,
    getItem(key: string): string | null {
      if (storage.blocked) throw new Error('SecurityError');
      return storage.texts[key] ?? null;
    },
    setItem(key: string, text: string): void {
      if (storage.full || storage.blocked) throw new Error('QuotaExceededError');
      storage.texts[key] = text;
    },
  };
  return storage;
}
