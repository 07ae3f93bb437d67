import type { CommandRequest, IoddParameter, LayoutField, Layout } from '../../api/types';
import type { FieldValue } from '../description/FieldInput';
import type { Writable } from './twin/writable';

/** A system command of a description, such as a reset, with its name. */
export interface SystemCommand {
  value: string;
  name: string;
}

/** The system commands that a description names. */
export function systemCommands(parameters: IoddParameter[]): SystemCommand[] {
  const parameter = parameters.find((each) => each.variable_id === 'V_SystemCommand');
  const singles = parameter?.single_values ?? Object.entries(parameter?.enumeration_values ?? {}).map(([value, name]) => ({ value, name }));
  return singles.filter((each) => each.value !== undefined).map((each) => ({ value: each.value!, name: each.name ?? each.value! }));
}

/** What can be set of the output data; alternatives of it have fields of one name only once. */
export function outputFields(layout: Layout | undefined): LayoutField[] {
  return [...new Map((layout?.out ?? []).flatMap((frame) => frame.fields ?? []).map((field) => [field.key, field])).values()];
}

/** Reads or writes a parameter or an item of one. */
export function ofParameter(chosen: Writable | undefined, write: boolean, value: unknown, readBack: boolean): CommandRequest | undefined {
  if (!chosen || (write && value === undefined)) {
    return undefined;
  }
  return {
    command: write ? 'write_parameter' : 'read_parameter', parameter: chosen.variable, ...(chosen.subindex ? { subindex: chosen.subindex } : {}),
    ...(write ? { value, ...(readBack ? { read_back: true } : {}) } : {}),
  };
}

/** Sets some items of the output data; the others keep what the device last got. */
export function ofOutput(typed: Record<string, FieldValue>): CommandRequest | undefined {
  const value = Object.fromEntries(Object.entries(typed).filter(([, each]) => each !== '' && each !== null));
  return Object.keys(value).length > 0 ? { command: 'write_output', value } : undefined;
}

/** Any other command; undefined while its parameters are no JSON. */
export function ofText(command: string, parameters: string): CommandRequest | undefined {
  try {
    return command.trim() ? { command: command.trim(), parameters: parameters.trim() ? JSON.parse(parameters) as unknown : undefined } : undefined;
  } catch {
    return undefined;
  }
}
