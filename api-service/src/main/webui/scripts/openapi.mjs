// Types of the API from its committed OpenAPI document, api-service/openapi/openapi.json.
//   node scripts/openapi.mjs types    writes src/api/schema.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DOCUMENT = fileURLToPath(new URL('../../../../openapi/openapi.json', import.meta.url));
const TARGET = fileURLToPath(new URL('../src/api/schema.ts', import.meta.url));
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What the UI needs of a document: no descriptions, no examples, one line for each schema and operation. */
export function trimmed(document) {
  const schemas = Object.fromEntries(Object.entries(document.components.schemas).map(([name, schema]) => [name, bare(schema)]));
  const operations = {};
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((each) => item[each])) {
      const operation = item[method];
      const ok = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'));
      const schema = ok.map(([, response]) => response.content?.['application/json']?.schema).find(Boolean);
      operations[`${method.toUpperCase()} ${path}`] = {
        query: (operation.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name).sort(),
        answer: schema ? bare(schema) : {},
      };
    }
  }
  return { version: document.info.version, schemas, operations };
}

function bare(schema) {
  const kept = {};
  for (const name of ['$ref', 'type', 'enum', 'required', 'nullable']) {
    if (schema[name] !== undefined) {
      kept[name] = schema[name];
    }
  }
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    if (schema[name]) {
      kept[name] = schema[name].map(bare);
    }
  }
  if (schema.items) {
    kept.items = bare(schema.items);
  }
  if (schema.properties) {
    kept.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, bare(each)]));
  }
  if (typeof schema.additionalProperties === 'object') {
    kept.additionalProperties = bare(schema.additionalProperties);
  }
  return kept;
}

/** JSON of any shape has no type of its own in the document. */
const ANY = new Set(['JsonNode', 'ObjectNode', 'OutboundSseEvent', 'JsonNodeType', 'MediaType']);

export function types(snapshot) {
  const out = ['// Made by scripts/openapi.mjs from the OpenAPI document of the API; not edited by hand.', ''];
  for (const [name, schema] of Object.entries(snapshot.schemas)) {
    if (!ANY.has(name)) {
      out.push(schema.properties ? `export interface ${name} ${members(schema, '')}` : `export type ${name} = ${typeOf(schema, '')};`, '');
    }
  }
  out.push('/** What each operation answers. */', 'export interface Answers {');
  for (const [operation, { answer }] of Object.entries(snapshot.operations)) {
    out.push(`  '${operation}': ${Object.keys(answer).length === 0 ? 'unknown' : typeOf(answer, '  ')};`);
  }
  out.push('}', '', '/** The query parameters that each operation knows. */', 'export interface Queries {');
  for (const [operation, { query }] of Object.entries(snapshot.operations)) {
    out.push(`  '${operation}': ${query.length === 0 ? 'never' : query.map((each) => `'${each}'`).join(' | ')};`);
  }
  out.push('}', '');
  return out.join('\n');
}

function members(schema, indent) {
  const required = new Set(schema.required ?? []);
  const lines = Object.entries(schema.properties).map(([name, each]) =>
    `${indent}  ${/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`}${required.has(name) ? '' : '?'}: ${typeOf(each, `${indent}  `)};`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function typeOf(schema, indent) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return ANY.has(name) ? 'unknown' : name;
  }
  if (schema.enum) {
    return schema.enum.map((each) => (typeof each === 'string' ? `'${each}'` : String(each))).join(' | ');
  }
  const many = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (many) {
    const parts = many.map((each) => typeOf(each, indent)).filter((each) => each !== 'null');
    return parts.join(schema.allOf ? ' & ' : ' | ');
  }
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  switch (type) {
    case 'string': return 'string';
    case 'integer':
    case 'number': return 'number';
    case 'boolean': return 'boolean';
    case 'array': {
      const item = typeOf(schema.items ?? {}, indent);
      return /[ |&]/.test(item) ? `(${item})[]` : `${item}[]`;
    }
    case 'object':
      if (schema.properties) {
        return members(schema, indent);
      }
      return schema.additionalProperties ? `Record<string, ${typeOf(schema.additionalProperties, indent)}>` : 'Record<string, unknown>';
    default: return 'unknown';
  }
}

export const readSnapshot = () => trimmed(JSON.parse(readFileSync(DOCUMENT, 'utf8')));

const [, script, command] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (command === 'types') {
    writeFileSync(TARGET, types(readSnapshot()));
  } else {
    console.error('usage: node scripts/openapi.mjs types');
    process.exitCode = 2;
  }
}
