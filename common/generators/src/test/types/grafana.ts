// What Grafana's schema says of a dashboard, in the words of its JSON: enumerations by their values.
import type { Dashboard as SchemaDashboard, DataQuery, FieldConfig, Panel, RowPanel } from "@grafana/schema";
import type { Options as TableOptions } from "@grafana/schema/table";
import type { FieldConfig as TimelineField, Options as TimelineOptions } from "@grafana/schema/statetimeline";
import type { FieldConfig as SeriesField, Options as SeriesOptions } from "@grafana/schema/timeseries";

type NumberOf<T extends number> = number extends T ? number : `${T}` extends `${infer N extends number}` ? N : never;
export type Json<T> = T extends string ? `${T}` : T extends number ? NumberOf<T>
    : T extends (infer E)[] ? Json<E>[] : T extends object ? { [K in keyof T]: Json<T[K]> } : T;

type Fields<F> = {
    defaults: Omit<Json<FieldConfig>, "custom"> & { custom?: Partial<Json<F>> };
    overrides: Json<NonNullable<Panel["fieldConfig"]>>["overrides"];
};
type Typed<T extends string, O, F> =
    Omit<Json<Panel>, "type" | "options" | "fieldConfig"> & { type: T; options: Partial<Json<O>>; fieldConfig: Fields<F> };

type Item<T> = T extends { list?: (infer E)[] } ? E : never;
type Annotation = Item<Json<NonNullable<SchemaDashboard["annotations"]>>>;
type Variable = Item<Json<NonNullable<SchemaDashboard["templating"]>>>;
type Mapping = { source: "field" | "text" | "skip"; value?: string };
/**
 * The schema leaves to data sources what a query is. It has no word for two things that Grafana reads: which field of an annotation
 * is its text, and what the list of variables shows of a query.
 */
export type Dashboard = Omit<Json<SchemaDashboard>, "panels" | "annotations" | "templating"> & {
    panels: { type: string }[];
    annotations: { list: (Omit<Annotation, "target"> & { target: Json<DataQuery> & { query: string }; mappings: Partial<Record<string, Mapping>> })[] };
    templating: { list: (Variable & { definition?: string })[] };
};
export type Panels = {
    row: Json<RowPanel>;
    table: Typed<"table", TableOptions, Record<string, unknown>>;
    timeseries: Typed<"timeseries", SeriesOptions, SeriesField>;
    "state-timeline": Typed<"state-timeline", TimelineOptions, TimelineField>;
};
