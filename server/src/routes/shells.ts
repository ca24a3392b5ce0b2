import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@lapwing/shared/kernel/language';
import type { FastifyRequest } from 'fastify';
import { languageIn } from './language.ts';

export type Surface = 'index' | 'display' | 'phone' | 'join' | 'badge' | 'answer' | 'gallery' | 'guide' | 'community';
export type Shell = (surface: Surface, request: FastifyRequest, language?: Language) => string;

/** The pages as the build left them, each once for each language, in that of whoever asks. */
export function shellsIn(clientDir: string): Shell {
  const shells = new Map<string, string>();
  return (surface, request, language = languageIn(request)) => {
    const name = `${surface}.${language}.html`;
    const file = join(clientDir, name);
    const text =
      shells.get(name) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '<!doctype html><title>Lapwing</title>');
    shells.set(name, text);
    return text;
  };
}
