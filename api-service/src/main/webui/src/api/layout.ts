/** The compiled process data, with the members that are always there as such. */

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
  kind: string;
  product?: string;
  parameters?: LayoutParameter[];
  in?: LayoutFrame[];
  out?: LayoutFrame[];
}
