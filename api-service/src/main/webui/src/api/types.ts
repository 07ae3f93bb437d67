/** Names of the UI for the generated types of the API, and what the API's document does not describe exactly. */
export type * from './schema';
import type {
  BindingMode as Mode, BindingState as State, ConnectionStatus, DeviceView, EventView1, ParameterView1, ErrorView, History as StoredHistory,
} from './schema';
export type { Layout, LayoutCondition, LayoutField, LayoutFrame, LayoutParameter, LayoutScaling } from './layout';

export type Direction = 'in' | 'out';
export type BindingState = State;
export type BindingMode = Mode;
export type ConnectionState = ConnectionStatus;
export type Device = DeviceView & { device_id: string };
/** The document numbers names that two packages share: these are the IODD's. */
export type IoddParameter = ParameterView1;
export type IoddEvent = EventView1;
export type IoddError = ErrorView;
export type History = StoredHistory;

export type Scalar = number | boolean | string;

export interface Value {
  name?: string;
  value?: Scalar;
  unit?: string;
  label?: string;
  status?: string;
}

export interface DecodedValue extends Value {
  key: string;
  subindex: number;
  shown: boolean;
}

/** Answer of decode and encode, which the document calls a text. */
export interface Decoded {
  hex: string;
  frame: { id: string; name?: string };
  values: DecodedValue[];
}

export interface TimedValue extends Value {
  timestamp: string;
}

export interface RawOctets {
  direction: Direction;
  hex: string;
  valid?: boolean;
  timestamp?: string;
}

export interface Reading {
  device_id: string;
  timestamp?: string;
  received_at?: string;
  raw?: RawOctets;
  raw_out?: RawOctets;
  values: Record<string, TimedValue>;
}

export interface Latest extends Reading {
  stale: boolean;
  connection_state: ConnectionState;
  last_seen?: string | null;
  /** By how many milliseconds the clock of the device is ahead; absent when it is right. */
  clock_ahead_ms?: number;
}

export interface Problem {
  title?: string;
  status: number;
  detail?: string;
  code?: string;
  trace_id?: string;
  request_id?: string;
  errors?: { field?: string; code?: string; message?: string }[];
}
