/** What the REST API answers, in its own spelling (snake_case). Members that may be absent are optional. */

export type Kind = 'IODD' | 'EDS';
export type Direction = 'in' | 'out';

export interface DescriptionSummary {
  id: number;
  kind: Kind;
  vendor_id: number;
  device_id: number;
  vendor_name?: string;
  product_name: string;
  product_family?: string;
  format_version?: string;
  file_version?: string;
  major_revision?: number;
  minor_revision?: number;
  release_date?: string;
  file_name: string;
  sha256: string;
  byte_size: number;
  parameter_count: number;
  finding_count: number;
  imported_at: string;
}

export interface Finding {
  severity: 'ERROR' | 'WARNING' | 'INFO';
  code: string;
  line?: number;
  path?: string;
  message: string;
}

export interface Variant {
  product_variant_id: string;
  hardware_revision?: string;
  firmware_revision?: string;
  product_variant_name?: string;
  product_variant_text?: string;
}

export interface SingleValue {
  value: string;
  name?: string;
}

export interface ParameterView {
  variable_id: string;
  index?: number;
  name?: string;
  description?: string;
  data_type?: string;
  access_rights?: string;
  default_value?: string;
  min_value?: string;
  max_value?: string;
  bit_length?: number;
  enumeration_values?: Record<string, string>;
  unit?: string;
  standard: boolean;
}

export interface CodeView {
  code?: number;
  additional_code?: number;
  name?: string;
  description?: string;
  event_type?: string;
  standard: boolean;
}

export interface IoddDetail {
  device_name?: string;
  vendor_text?: string;
  vendor_url?: string;
  languages?: string[];
  document_info?: { version?: string; release_date?: string; copyright?: string };
  features?: { block_parameter?: boolean; data_storage?: boolean; profile_characteristic?: string };
  communication?: {
    iolink_revision?: string;
    bitrate?: string;
    min_cycle_time?: number;
    sio_supported?: boolean;
    connections?: {
      connection_type?: string;
      wires?: { wire_number: number; wire_color?: string; wire_function?: string }[];
    }[];
  }[];
  variants?: Variant[];
  parameters?: ParameterView[];
  events?: CodeView[];
  errors?: CodeView[];
}

export interface EdsParameter {
  param_number: number;
  param_name: string;
  data_type?: string;
  default_value?: string;
  min_value?: string;
  max_value?: string;
  units?: string;
  help?: string;
  read_only: boolean;
  enumeration_values?: Record<string, string>;
}

export interface EdsDetail {
  product_type_str?: string;
  catalog_number?: string;
  description?: string;
  home_url?: string;
  parameters?: EdsParameter[];
}

export interface LayoutCondition {
  variable: string;
  subindex?: number;
  value: number;
}

export interface LayoutScaling {
  when?: LayoutCondition[];
  gradient?: number;
  offset?: number;
  unit?: string;
  display_format?: string;
}

export interface LayoutField {
  key: string;
  name?: string;
  subindex?: number;
  element?: number;
  bit_offset: number;
  bit_length: number;
  type: string;
  scalings?: LayoutScaling[];
  labels?: { value: number; text: string }[];
  specials?: { value: number; status: string; text?: string }[];
  ranges?: { lower: number; upper: number; name?: string }[];
  shown?: boolean;
}

export interface LayoutFrame {
  id: string;
  name?: string;
  bit_length: number;
  byte_order: 'big_endian' | 'little_endian';
  when?: LayoutCondition[];
  fields?: LayoutField[];
}

export interface LayoutParameter {
  variable: string;
  subindex?: number;
  index?: number;
  name?: string;
  default?: number;
}

export interface Layout {
  layout_id: string;
  kind: Kind;
  product?: string;
  parameters?: LayoutParameter[];
  in?: LayoutFrame[];
  out?: LayoutFrame[];
}

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

export interface Decoded {
  hex: string;
  frame: { id: string; name?: string };
  values: DecodedValue[];
}

export type BindingState = 'BOUND' | 'DESCRIPTION_MISSING' | 'IDENTITY_MISSING';
export type BindingMode = 'AUTOMATIC' | 'PINNED';

export interface Device {
  device_id: string;
  name?: string;
  identity: {
    kind?: Kind;
    vendor_id?: number;
    device_id?: number;
    revision?: string;
    product_id?: string;
    serial?: string;
  };
  binding: {
    state: BindingState;
    mode: BindingMode;
    description_id?: number;
    product_name?: string;
    vendor_name?: string;
    parameters?: Record<string, number>;
  };
  attributes?: Record<string, unknown>;
  registered_at: string;
  last_registered_at: string;
  updated_at: string;
  version: number;
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

export type ConnectionState = 'connected' | 'disconnected' | 'unknown';

export interface Latest extends Reading {
  stale: boolean;
  connection_state: ConnectionState;
  last_seen?: string | null;
}

export interface Point {
  timestamp: string;
  value?: number;
  label?: string;
  status?: string;
}

export interface History {
  device_id: string;
  from: string;
  to: string;
  every?: string;
  truncated: boolean;
  series: { parameter: string; unit?: string; points: Point[] }[];
}

export interface Health {
  status: string;
  database?: string;
  devices_count?: number;
  timestamp: string;
  checks?: Record<string, { status: string; required: boolean; message?: string }>;
  breakers?: { name: string; state: string; failures: number; opened: number; last_change?: string }[];
}

export interface UploadResult {
  /** The only IODD of the upload. */
  device_id?: number;
  /** The only EDS of the upload. */
  eds_id?: number;
  product_name?: string;
  vendor?: string;
  message?: string;
  results?: {
    file: string;
    status: string;
    id?: number;
    finding_count?: number;
    code?: string;
    message?: string;
  }[];
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
