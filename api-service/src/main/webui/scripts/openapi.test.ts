import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { readSnapshot, trimmed, types } from './openapi.mjs';

describe('the types of the API', () => {
  it('are those of the snapshot (npm run api:types)', () => {
    expect(readFileSync(new URL('../src/api/schema.ts', import.meta.url), 'utf8')).toBe(types(readSnapshot()));
  });

  it('come from what the document says', () => {
    const document = {
      info: { version: '1' },
      components: { schemas: { A: { type: 'object', required: ['id'], properties: { id: { type: 'integer', description: 'x' }, of: { type: 'array', items: { $ref: '#/components/schemas/B' } } } }, B: { type: 'string', enum: ['x', 'y'] } } },
      paths: { '/a/{id}': { get: { parameters: [{ name: 'q', in: 'query' }], responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } } } } },
    };
    const text = types(trimmed(document)) as string;
    expect(text).toContain('export interface A {\n  id: number;\n  of?: B[];\n}');
    expect(text).toContain("export type B = 'x' | 'y';");
    expect(text).toContain("'GET /a/{id}': A;");
    expect(text).toContain("'GET /a/{id}': 'q';");
  });
});
