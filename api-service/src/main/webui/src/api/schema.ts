// Made by scripts/openapi.mjs from the OpenAPI document of the API; not edited by hand.

export interface Adapter {
  device_id?: number;
  platform?: string;
  files?: Record<string, string>;
  generated_at?: Instant;
}

export interface AdapterRequest {
  device_id: number;
  platform?: string;
  options?: unknown;
}

export interface Alarm {
  id?: number;
  device_id?: string;
  device_name?: string;
  alarm?: string;
  kind?: AlarmCause;
  priority?: AlarmPriority;
  state?: AlarmStatus;
  standing?: boolean;
  code?: number;
  code_hex?: string;
  rule_id?: number;
  rule_name?: string;
  parameter?: string;
  message?: string;
  value?: number;
  detail?: string;
  raised_at?: Instant;
  raises?: number;
  cleared_at?: Instant;
  acknowledged_at?: Instant;
  acknowledged_by?: string;
  comment?: string;
  shelved_until?: Instant;
  shelved_by?: string;
}

export type AlarmAction = 'raised' | 'cleared' | 'acknowledged' | 'shelved' | 'unshelved' | 'commented';

export type AlarmCause = 'event' | 'range' | 'rate' | 'status' | 'silence' | 'disconnected' | 'dead_letters';

export interface AlarmComment {
  comment?: string;
}

export interface AlarmCondition {
  parameter?: string;
  low?: number;
  high?: number;
  described?: boolean;
  dead_band?: number;
  change?: number;
  over?: string;
  statuses?: string[];
  count?: number;
  on_delay?: string;
  off_delay?: string;
}

export interface AlarmDetail {
  alarm?: Alarm;
  history?: AlarmEntry[];
}

export interface AlarmEntry {
  at?: Instant;
  action?: AlarmAction;
  who?: string;
  comment?: string;
  until?: Instant;
}

export type AlarmKind = 'range' | 'rate' | 'status' | 'silence' | 'disconnected' | 'dead_letters';

export type AlarmPriority = 'low' | 'medium' | 'high' | 'urgent';

export interface AlarmRule {
  id?: number;
  name?: string;
  enabled?: boolean;
  kind?: AlarmKind;
  priority?: AlarmPriority;
  scope?: AlarmScope;
  condition?: AlarmCondition;
  comment?: string;
  standing?: number;
  created_at?: Instant;
  created_by?: string;
  updated_at?: Instant;
  updated_by?: string;
}

export interface AlarmRuleRequest {
  name: string;
  enabled?: boolean;
  kind: AlarmKind;
  priority?: AlarmPriority;
  scope?: AlarmScope;
  condition?: AlarmCondition;
  comment?: string;
}

export interface AlarmScope {
  type?: AlarmScopeType;
  device_id?: string;
  label?: string;
  description_id?: number;
}

export type AlarmScopeType = 'all' | 'device' | 'label' | 'description';

export interface AlarmSelection {
  ids: number[];
  comment?: string;
}

export type AlarmStatus = 'active' | 'acknowledged' | 'cleared' | 'closed' | 'shelved';

export interface AlarmSummary {
  active?: Count;
  acknowledged?: Count;
  cleared?: Count;
  shelved?: Count;
}

export interface ApiKeyView {
  id?: number;
  name?: string;
  scope?: Scope;
  prefix?: string;
  created_at?: Instant;
  created_by?: string;
  expires_at?: Instant;
  last_used_at?: Instant;
  revoked_at?: Instant;
  allowed_addresses?: string[];
  replaces?: number;
}

export type ApplicationType = 'listen_only' | 'input_only' | 'exclusive_owner' | 'redundant_owner';

export interface AreaChanges {
  area?: string;
  added?: number;
  removed?: number;
  changed?: number;
  changes?: Change[];
}

export interface AreaChanges1 {
  area?: string;
  added?: number;
  removed?: number;
  changed?: number;
  changes?: Change1[];
}

export type ArrayNode = unknown[];

export interface AssembliesView {
  fixed?: AssemblyView[];
  variable?: AssemblyView[];
  total_count?: number;
}

export interface AssemblyConsequences {
  assembly?: string;
  consequences?: Consequence[];
}

export interface AssemblyView {
  keyword?: string;
  assembly_number?: number;
  assembly_name?: string;
  assembly_type?: string;
  size?: number;
  size_parameter?: string;
  max_size?: number;
  member_bits?: number;
  descriptor?: number;
  path?: string;
  instance?: number;
  variable?: boolean;
  line?: number;
  members?: MemberView[];
  used_by_connections?: UseView[];
}

export interface AssemblyView1 {
  keyword?: string;
  assembly_number?: number;
  assembly_name?: string;
  size?: number;
  path?: string;
  members?: MemberView1[];
}

export interface AuditEntry {
  id?: number;
  at?: Instant;
  actor?: string;
  address?: string;
  method?: string;
  path?: string;
  status?: number;
  trace_id?: string;
  body?: string;
  before?: string;
  after?: string;
}

export interface AuthConfig {
  mode?: Mode1;
  oidc?: OidcConfig;
}

export interface AuthMe {
  name?: string;
  kind?: Kind1;
  scope?: Scope;
  roles?: string[];
  expires_at?: Instant;
}

export interface Batch {
  devices?: BatchEntry[];
  total_count?: number;
  device_type?: string;
  export_format?: string;
}

export interface BatchEntry {
  device?: DescriptionSummary;
  parameters?: unknown;
  type?: string;
}

export interface BatchFailure {
  device_id?: number;
  error?: string;
}

export interface BatchResult {
  success?: boolean;
  flow?: ArrayNode;
  total_nodes?: number;
  successful?: number[];
  failed?: BatchFailure[];
}

export type BindingMode = 'automatic' | 'pinned';

export interface BindingRequest {
  mode?: BindingMode;
  description_id?: number;
  connection?: number;
  assembly?: string;
  parameters?: Record<string, number>;
}

export type BindingState = 'bound' | 'description_missing' | 'identity_missing';

export interface BindingView {
  state?: BindingState;
  mode?: BindingMode;
  description_id?: number;
  product_name?: string;
  vendor_name?: string;
  connection?: number;
  assembly?: string;
  parameters?: Record<string, number>;
}

export interface BreakerView {
  service?: string;
  instance?: string;
  name?: string;
  state?: string;
  failures?: number;
  threshold?: number;
  opened?: number;
  last_change?: Instant;
  last_error?: string;
  detail?: string;
}

export interface BreakerView1 {
  name?: string;
  state?: string;
  failures?: number;
  opened?: number;
  last_change?: Instant;
}

export interface BulkDeletion {
  deleted_count?: number;
  not_found?: number[];
  message?: string;
}

export interface ButtonView {
  button_value?: string;
  description?: string;
  action_started_message?: string;
}

export type ByteOrder = 'big_endian' | 'little_endian';

export interface CacheStats {
  cache?: ServerStats;
  namespaces?: Record<string, NamespaceStats>;
  timestamp?: Instant;
}

export interface CapacityView {
  max_msg_connections?: number;
  max_io_producers?: number;
  max_io_consumers?: number;
  max_io_connections?: number;
  max_cx_per_config_tool?: number;
  conn_overhead?: number;
  figures?: Record<string, number>;
  tspecs?: TrafficView[];
}

export interface Catalog {
  iodds?: number;
  iodd_parameters?: number;
  eds_files?: number;
  eds_parameters?: number;
  eds_packages?: number;
  eds_devices?: number;
}

export interface Change {
  change?: string;
  entry?: string;
  attribute?: string;
  old_value?: string;
  new_value?: string;
  message?: string;
}

export interface Change1 {
  change?: string;
  path?: string;
  old_value?: string;
  new_value?: string;
}

export interface Check {
  status?: string;
  required?: boolean;
  message?: string;
  age_ms?: number;
  since?: Instant;
  changes?: number;
}

export interface Cleared {
  status?: string;
  message?: string;
  timestamp?: Instant;
}

export interface Coded {
  variable_id?: string;
  index?: number;
  subindex?: number;
  name?: string;
  data_type?: string;
  hex?: string;
  bytes?: number[];
  base64?: string;
  value?: unknown;
  scaled_value?: unknown;
  unit?: string;
  items?: CodedItem[];
}

export interface CodedItem {
  subindex?: number;
  name?: string;
  data_type?: string;
  value?: unknown;
  scaled_value?: unknown;
  unit?: string;
  label?: string;
  special?: boolean;
  status?: string;
}

export interface CommandRequest {
  command: string;
  parameters?: unknown;
  timeout?: string;
  parameter?: string;
  subindex?: number;
  value?: unknown;
  scaled?: boolean;
  unit_code?: number;
}

export interface CommandResponses {
  responses: Response[];
}

export interface CommandView {
  command_id?: UUID;
  device_id?: string;
  command?: string;
  parameters?: unknown;
  state?: string;
  requested_by?: string;
  created_at?: Instant;
  expires_at?: Instant;
  sent_at?: Instant;
  answered_at?: Instant;
  late?: boolean;
  result?: unknown;
  error?: unknown;
}

export interface CommunicationPart {
  iolink_revision?: string;
  compatible_with?: string;
  bitrate?: string;
  min_cycle_time?: number;
  msequence_capability?: number;
  msequence_capability_text?: string;
  msequence?: MSequenceView;
  sio_supported?: boolean;
  physics?: string;
  connection_type?: string;
  wire_config?: Record<string, string>;
  physical_layers?: CommunicationView[];
}

export interface CommunicationView {
  iolink_revision?: string;
  compatible_with?: string;
  bitrate?: string;
  min_cycle_time?: number;
  msequence_capability?: number;
  msequence_capability_text?: string;
  msequence?: MSequenceView;
  sio_supported?: boolean;
  physics?: string;
  wireless?: WirelessView;
  connections?: ConnectionView[];
}

export interface Compared {
  id?: number;
  vendor_code?: number;
  product_code?: number;
  product_name?: string;
  revision?: string;
}

export interface Compared1 {
  id?: number;
  vendor_id?: number;
  device_id?: number;
  product_name?: string;
  document_version?: string;
  release_date?: string;
}

export interface Condition {
  variable_id?: string;
  subindex?: number;
  value?: number;
}

export interface ConditionView {
  condition_variable_id?: string;
  subindex?: number;
  condition_value?: number;
  condition_variable_name?: string;
  condition_value_name?: string;
}

export interface ConfigItem {
  type?: string;
  variable_id?: string;
  record_item_ref?: string;
  subindex?: number;
  access_right_restriction?: string;
  display_format?: string;
  unit_code?: number;
  unit?: string;
  gradient?: number;
  offset?: number;
  button_value?: string;
  menu_ref?: string;
  condition?: ConditionView;
  parameter?: ConfigParameter;
}

export interface ConfigMenu {
  id?: string;
  name?: string;
  items?: ConfigItem[];
}

export interface ConfigParameter {
  id?: string;
  index?: number;
  subindex?: number;
  name?: string;
  data_type?: string;
  access_rights?: string;
  default_value?: string;
  min_value?: string;
  max_value?: string;
  unit?: string;
  description?: string;
  enumeration_values?: Record<string, string>;
  ranges?: RangeView[];
  bit_length?: number;
}

export interface ConfigSchema {
  menus?: ConfigMenu[];
  role_mappings?: Record<string, Record<string, string>>;
}

export interface Connection {
  state?: ConnectionStatus;
  since?: Instant;
  first_seen?: Instant;
  last_seen?: Instant;
  clock_ahead_ms?: number;
}

export interface ConnectionDetail {
  keyword?: string;
  connection_number?: number;
  connection_name?: string;
  help_string?: string;
  trigger_transport?: string;
  transport?: TransportView;
  connection_params?: string;
  output_assembly?: string;
  input_assembly?: string;
  o_to_t?: SideView;
  t_to_o?: SideView;
  config_part1?: PartView;
  config_part2?: PartView;
  path?: string;
  path_hex?: string;
  segments?: PathSegment[];
  safety?: string[];
  line?: number;
}

export type ConnectionStatus = 'connected' | 'disconnected' | 'silent' | 'unknown';

export type ConnectionType = 'null' | 'multicast' | 'point_to_point';

export interface ConnectionView {
  connection_type?: string;
  connection_symbol?: string;
  product_ids?: string[];
  description?: string;
  wires?: WireView[];
}

export interface Consequence {
  kind?: string;
  direction?: string;
  field?: string;
  old_value?: string;
  new_value?: string;
  message?: string;
}

export interface Count {
  all?: number;
  urgent?: number;
  high?: number;
  medium?: number;
  low?: number;
}

export interface Counts {
  info_count?: number;
  warn_count?: number;
  error_count?: number;
  fatal_count?: number;
  has_issues?: boolean;
}

export interface Coverage {
  score?: Score;
  elements?: number;
  attributes?: number;
  texts?: number;
  typed?: number;
  kept?: number;
  surplus?: number;
  kinds?: NodeKind[];
  not_represented?: NotRepresented[];
  differences?: Difference[];
}

export interface CreateKeyRequest {
  name: string;
  scope: Scope;
  expires_at?: Instant;
  allowed_addresses?: string[];
}

export interface CreatedKey {
  key?: string;
  details?: ApiKeyView;
}

export interface CredentialView {
  username?: string;
  password?: string;
  created_at?: Instant;
  rotated_at?: Instant;
  rotated_by?: string;
  topics?: string;
}

export interface CustomDatatypeView {
  datatype_id?: string;
  datatype_xsi_type?: string;
  bit_length?: number;
  fixed_length?: number;
  encoding?: string;
  count?: number;
  subindex_access_supported?: boolean;
  element_type?: TypeView;
  single_values?: SingleValueView[];
  ranges?: RangeView[];
  record_items?: RecordItemView[];
}

export interface Database {
  bytes?: number;
  tables?: TableSize[];
}

export interface DeadLetterFilter {
  service?: string;
  reason?: string;
  device_id?: string;
  topic?: string;
  from?: Instant;
  to?: Instant;
}

export interface DeadLetterView {
  id?: string;
  service?: string;
  reason?: string;
  detail?: string;
  topic?: string;
  qos?: number;
  device_id?: string;
  received_at?: Instant;
  stored_at?: Instant;
  traceparent?: string;
  replay_of?: string;
  payload_size?: number;
  cut?: boolean;
  payload?: PayloadView;
}

export interface DecodeOctets {
  hex?: string;
  bytes?: number[];
  base64?: string;
  scaled?: boolean;
  unit_code?: number;
}

export interface DecodeRequest {
  direction?: string;
  hex?: string;
  bytes?: number[];
  base64?: string;
  parameters?: Record<string, number>;
}

export interface DescriptionHit {
  id?: number;
  type?: string;
  match?: string;
  vendor_name?: string;
  product_name?: string;
  product_id?: string;
  product_code?: number;
  vendor_id?: number;
  device_id?: number;
  revision?: string;
  description?: string;
  title_marks?: SearchMark[];
  found?: SearchFound;
}

export interface DescriptionSummary {
  id?: number;
  kind?: string;
  vendor_id?: number;
  device_id?: number;
  vendor_name?: string;
  product_name?: string;
  product_family?: string;
  format_version?: string;
  file_version?: string;
  major_revision?: number;
  minor_revision?: number;
  release_date?: LocalDate;
  file_name?: string;
  sha256?: string;
  byte_size?: number;
  parameter_count?: number;
  finding_count?: number;
  imported_at?: Instant;
}

export type Descriptor = 'settable_path' | 'enumerated' | 'scaling' | 'scaling_links' | 'read_only' | 'monitor' | 'extended_precision' | 'non_consecutive_enum' | 'enum_and_values' | 'not_displayed' | 'indirect' | 'not_addressable' | 'write_only';

export interface DeviceHit {
  device_id?: string;
  name?: string;
  location?: string;
  description_id?: number;
  title_marks?: SearchMark[];
  found?: SearchFound;
}

export interface DeviceIdentity {
  kind?: string;
  vendor_id?: number;
  device_id?: number;
  revision?: string;
  product_id?: string;
  serial?: string;
}

export interface DevicePatch {
  name?: string;
  labels?: unknown;
  location?: string;
  notes?: string;
}

export interface DeviceReport {
  device_id: string;
  payload: unknown;
  timestamp?: number;
  time_source?: TimeSource;
  replayed?: boolean;
}

export interface DeviceView {
  device_id?: string;
  name?: string;
  identity?: DeviceIdentity;
  binding?: BindingView;
  labels?: Record<string, string>;
  location?: string;
  notes?: string;
  connection?: Connection;
  attributes?: Record<string, unknown>;
  registered_at?: Instant;
  last_registered_at?: Instant;
  updated_at?: Instant;
  version?: number;
}

export interface DiagnosticView {
  severity?: Severity;
  code?: string;
  message?: string;
  section?: string;
  context?: string;
  line?: number;
  column?: number;
}

export interface DiagnosticsView {
  summary?: Summary;
  diagnostics?: DiagnosticView[];
}

export interface Difference {
  path?: string;
  line?: number;
  original?: string;
  rebuilt?: string;
}

export interface DiscardView {
  discarded?: number;
  more?: boolean;
}

export interface DisplayFormat {
  style?: Style;
  decimals?: number;
}

export interface DocumentView {
  version?: string;
  release_date?: string;
  copyright?: string;
  vendor_name?: string;
  vendor_url?: string;
  vendor_text?: string;
  product_text?: string;
  device_family?: string;
  stamp_crc?: number;
  checker_name?: string;
  checker_version?: string;
}

export interface EdsComparison {
  from?: Compared;
  to?: Compared;
  identical?: boolean;
  areas?: AreaChanges[];
  consequences?: AssemblyConsequences[];
}

export interface EdsComparisons {
  comparisons?: EdsComparison[];
}

export interface EdsDate {
  date_text?: string;
  time_text?: string;
  date?: LocalDate;
  time?: LocalTime;
}

export interface EdsDetail {
  product_type?: number;
  product_type_str?: string;
  catalog_number?: string;
  description?: string;
  home_url?: string;
  file_revision?: string;
  create_date?: string;
  create_time?: string;
  mod_time?: string;
  class1?: string;
  class2?: string;
  class3?: string;
  class4?: string;
  classes?: string[];
  parameters?: ParameterView[];
  assembly_count?: number;
  assemblies?: AssemblyView1[];
  connections?: ConnectionDetail[];
  groups?: GroupView1[];
  ports?: PortView[];
  capacity?: CapacityView;
  default_connection?: number;
  features?: string[];
  feature_set?: string;
}

export interface EdsGroupRow {
  mod_date?: LocalDate;
  file_name?: string;
  product_type_str?: string;
  parameter_count?: number;
  finding_count?: number;
  description?: string;
  vendor_name?: string;
  product_name?: string;
  vendor_code?: number;
  home_url?: string;
  catalog_number?: string;
  diagnostics?: Counts;
  product_code?: number;
  import_date?: Instant;
  major_revision?: number;
  checksum?: string;
  id?: number;
  minor_revision?: number;
  product_type?: number;
  revision_count?: number;
  variant_label?: string;
  assembly_count?: number;
  features?: string[];
  feature_set?: string;
}

export interface EdsModule {
  number?: number;
  name?: string;
  fields?: string[];
  line?: number;
}

export interface EdsPackageDetail {
  id?: number;
  package_name?: string;
  upload_date?: Instant;
  total_eds_files?: number;
  total_versions?: number;
  vendor_name?: string;
  product_name?: string;
  checksum?: string;
  byte_size?: number;
  versions?: string[];
  variants?: string[];
  readme_name?: string;
  readme_content?: string;
  eds_files?: PackedEds[];
}

export interface EdsPackageEntry {
  id?: number;
  package_name?: string;
  upload_date?: Instant;
  total_eds_files?: number;
  total_versions?: number;
  vendor_name?: string;
  product_name?: string;
  checksum?: string;
  byte_size?: number;
}

export interface EdsPackageResult {
  package_id?: number;
  package_name?: string;
  vendor_name?: string;
  product_name?: string;
  total_eds_files?: number;
  imported_count?: number;
  skipped_count?: number;
  versions?: string[];
  variants?: string[];
  message?: string;
  results?: ImportedFile[];
}

export interface EdsPort {
  number?: number;
  type?: string;
  name?: string;
  path?: string;
  port_number?: number;
  capabilities?: number;
  line?: number;
}

export interface EdsRevision {
  major?: number;
  minor?: number;
}

export interface EdsRevision1 {
  id?: number;
  vendor_code?: number;
  vendor_name?: string;
  product_code?: number;
  product_name?: string;
  catalog_number?: string;
  major_revision?: number;
  minor_revision?: number;
  import_date?: Instant;
  mod_date?: LocalDate;
  description?: string;
  revision_string?: string;
  variant_label?: string;
  variant_of?: number;
  assembly_count?: number;
  newest?: boolean;
  device_count?: number;
  devices?: string[];
  file_name?: string;
}

export interface EdsRow {
  mod_date?: LocalDate;
  file_name?: string;
  parameter_count?: number;
  finding_count?: number;
  vendor_name?: string;
  product_name?: string;
  vendor_code?: number;
  product_code?: number;
  import_date?: Instant;
  major_revision?: number;
  checksum?: string;
  id?: number;
  minor_revision?: number;
  product_type?: number;
  product_type_str?: string;
  catalog_number?: string;
  description?: string;
  home_url?: string;
  diagnostics?: Counts;
}

export interface EdsUploadResult {
  eds_id?: number;
  product_name?: string;
  vendor_name?: string;
  catalog_number?: string;
  package_id?: number;
  message?: string;
  results?: ImportedFile[];
}

export interface EncodeRequest {
  direction?: string;
  values: Record<string, unknown>;
  parameters?: Record<string, number>;
  base?: string;
}

export interface EncodeValue {
  value?: unknown;
  scaled?: boolean;
  unit_code?: number;
  base?: string;
}

export interface EntryView {
  keyword?: string;
  line?: number;
  complete?: boolean;
  vendor_specific?: boolean;
  fields?: string[];
}

export interface EnumView {
  keyword?: string;
  param_number?: number;
  param_name?: string;
  values?: ValueView[];
  line?: number;
}

export interface ErrorView {
  code?: number;
  additional_code?: number;
  name?: string;
  description?: string;
  standard?: boolean;
}

export interface EventBatch {
  events: ReportedEvent[];
}

export interface EventOutcomes {
  results?: Outcome1[];
}

export interface EventView {
  id?: number;
  device_id?: string;
  code?: number;
  code_hex?: string;
  mode?: string;
  type?: string;
  name?: string;
  description?: string;
  source?: string;
  occurred_at?: Instant;
  received_at?: Instant;
  clock_ahead_ms?: number;
  active?: boolean;
}

export interface EventView1 {
  code?: number;
  name?: string;
  description?: string;
  event_type?: string;
  mode?: string;
  standard?: boolean;
}

export interface Exported {
  device?: DescriptionSummary;
  content?: unknown;
  export_format?: string;
}

export interface FacetCount {
  value?: string;
  count?: number;
}

export interface FeaturesView {
  block_parameter?: boolean;
  data_storage?: boolean;
  profile_characteristic?: string;
  access_locks_parameter?: boolean;
  access_locks_data_storage?: boolean;
  access_locks_local_parameterization?: boolean;
  access_locks_local_user_interface?: boolean;
}

export interface Field {
  key?: string;
  name?: string;
  subindex?: number;
  element?: number;
  bit_offset?: number;
  bit_length?: number;
  type?: ScalarType;
  encoding?: TextEncoding;
  scalings?: Scaling[];
  labels?: Label[];
  specials?: SpecialValue[];
  ranges?: ValueRange[];
  shown?: boolean;
}

export type FileContent = string;

export interface FileInfo {
  description?: string;
  created?: EdsDate;
  modified?: EdsDate;
  revision?: EdsRevision;
  home_url?: string;
  exclude?: string;
  crc?: number;
}

export interface FileReport {
  name?: string;
  role?: string;
  language?: string;
  stamp?: StampReport;
  coverage?: Coverage;
}

export interface FindingView {
  severity?: string;
  code?: string;
  line?: number;
  path?: string;
  message?: string;
}

export interface FlowBatch {
  device_ids: number[];
  flow_type?: string;
}

export interface FlowTypeView {
  type?: string;
  name?: string;
  description?: string;
}

export interface FlowTypes {
  flow_types?: FlowTypeView[];
}

export interface FlowView {
  flow?: ArrayNode;
  device_id?: number;
  device_name?: string;
  flow_type?: string;
  node_count?: number;
}

export interface FolderRequest {
  folder: string;
}

export interface Frame {
  id?: string;
  name?: string;
  bit_length?: number;
  byte_order?: ByteOrder;
  when?: Condition[];
  fields?: Field[];
}

export interface GeneratorView {
  id?: string;
  title?: string;
  description?: string;
}

export interface GroupView {
  group_number?: number;
  group_name?: string;
  parameter_count?: number;
  parameter_numbers?: number[];
  members?: string[];
}

export interface GroupView1 {
  group_number?: number;
  group_name?: string;
  members?: string[];
}

export interface GroupsView {
  groups?: GroupView[];
  total_count?: number;
}

export interface HealthView {
  status?: string;
  database?: string;
  devices_count?: number;
  timestamp?: Instant;
  checks?: Record<string, Check>;
  breakers?: BreakerView1[];
}

export interface History {
  device_id?: string;
  from?: Instant;
  to?: Instant;
  every?: string;
  limit?: number;
  truncated?: boolean;
  series?: Series[];
}

export interface Ids {
  eds_ids: number[];
}

export interface Ids1 {
  device_ids: number[];
}

export interface ImportJobView {
  id?: number;
  source?: JobSource;
  label?: string;
  state?: JobState;
  requested_by?: string;
  requested_at?: Instant;
  started_at?: Instant;
  finished_at?: Instant;
  scanned?: boolean;
  packages_found?: number;
  packages_done?: number;
  imported?: number;
  already_known?: number;
  replaced?: number;
  refused?: number;
  ignored?: number;
  total_results?: number;
  message?: string;
  results?: ImportedFile[];
}

export type ImportStatus = 'imported' | 'already_known' | 'replaced' | 'refused' | 'ignored';

export interface ImportedFile {
  file?: string;
  kind?: string;
  status?: ImportStatus;
  id?: number;
  replaces?: number;
  finding_count?: number;
  code?: string;
  line?: number;
  message?: string;
}

export interface InferredPort {
  port_name?: string;
  param_numbers?: number[];
  assembly_numbers?: number[];
}

export type Instant = string;

export interface IntlText {
  language?: string;
  text?: string;
}

export interface IoddAsset {
  id?: number;
  device_id?: number;
  file_name?: string;
  file_type?: string;
  image_purpose?: string;
  media_type?: string;
  size?: number;
}

export interface IoddComparison {
  from?: Compared1;
  to?: Compared1;
  identical?: boolean;
  areas?: AreaChanges1[];
  consequences?: Consequence[];
}

export interface IoddComparisons {
  comparisons?: IoddComparison[];
}

export interface IoddDetail {
  device_name?: string;
  vendor_text?: string;
  vendor_url?: string;
  vendor_logo?: string;
  additional_device_ids?: number[];
  languages?: string[];
  product_names?: Record<string, string>;
  document_info?: DocumentView;
  features?: FeaturesView;
  communication?: CommunicationView[];
  variants?: VariantView[];
  parameters?: ParameterView1[];
  process_data?: ProcessDataView[];
  errors?: ErrorView[];
  events?: EventView1[];
  menus?: MenusView;
}

export interface IoddEntry {
  id?: number;
  vendor_id?: number;
  device_id?: number;
  product_name?: string;
  manufacturer?: string;
  device_family?: string;
  iodd_version?: string;
  document_version?: string;
  release_date?: LocalDate;
  import_date?: Instant;
  file_name?: string;
  checksum?: string;
  parameter_count?: number;
  finding_count?: number;
}

export interface IoddUploadResult {
  device_id?: number;
  product_name?: string;
  vendor?: string;
  parameters_count?: number;
  devices?: UploadedDevice[];
  total_count?: number;
  message?: string;
  results?: ImportedFile[];
}

export type JobSource = 'upload' | 'folder';

export type JobState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed' | 'interrupted';

export type Kind = 'class' | 'instance' | 'member' | 'connection_point' | 'attribute' | 'key' | 'service' | 'port' | 'network' | 'symbol' | 'data';

export type Kind1 = 'key' | 'token' | 'local';

export interface Label {
  value?: number;
  text?: string;
}

export interface LanguagesView {
  languages?: string[];
  primary_language?: string;
  text_data?: Record<string, Record<string, string>>;
}

export interface LayoutParameter {
  variable_id?: string;
  subindex?: number;
  index?: number;
  name?: string;
  default_value?: number;
}

export interface LeafMeta {
  timestamp?: number;
  source?: string;
  version?: number;
}

export type LocalDate = string;

export type LocalTime = string;

export interface MSequenceView {
  isdu_supported?: boolean;
  operate_code?: number;
  preoperate_code?: number;
}

export interface MemberView {
  bits?: number;
  size_parameter?: string;
  reference?: string;
  name?: string;
  line?: number;
}

export interface MemberView1 {
  bits?: number;
  reference?: string;
}

export interface MenuButtonView {
  menu_id?: string;
  variable_id?: string;
  subindex?: number;
  button_value?: string;
  description?: string;
  action_started_message?: string;
}

export interface MenuItemView {
  type?: string;
  variable_id?: string;
  subindex?: number;
  access_right_restriction?: string;
  display_format?: string;
  unit_code?: number;
  unit?: string;
  gradient?: number;
  offset?: number;
  button_value?: string;
  buttons?: ButtonView[];
  menu_ref?: string;
  condition?: ConditionView;
  record_item_ref?: string;
  index?: number;
  parameter_name?: string;
  parameter_description?: string;
  data_type?: string;
  bit_length?: number;
  access_rights?: string;
  default_value?: string;
  min_value?: string;
  max_value?: string;
  enumeration_values?: Record<string, string>;
  single_values?: SingleValueView[];
  ranges?: RangeView[];
}

export interface MenuView {
  menu_id?: string;
  name?: string;
  items?: MenuItemView[];
}

export interface MenusView {
  menus?: MenuView[];
  role_sets?: RoleView[];
}

export interface Message {
  message?: string;
}

export interface MessageFlow {
  service?: string;
  instance?: string;
  received?: number;
  written?: number;
  dead_lettered?: number;
  in_flight?: number;
  connected?: boolean;
  paused?: boolean;
  oldest_ms?: number;
  detail?: string;
}

export interface Metadata {
  desired?: Record<string, LeafMeta>;
  reported?: Record<string, LeafMeta>;
}

export interface MissingDescription {
  kind?: string;
  vendor_id?: number;
  device_id?: number;
  product_ids?: string[];
  devices?: number;
  examples?: string[];
  since?: Instant;
}

export type Mode = 'appears' | 'disappears' | 'singleshot';

export type Mode1 = 'keys' | 'open';

export interface Modular {
  width?: number;
  slots_in_rack?: number;
  slot_display_rule?: string;
  racks?: Rack[];
}

export interface ModulesView {
  modular?: Modular;
  modules?: EdsModule[];
  total_count?: number;
}

export interface NamespaceStats {
  hits?: number;
  misses?: number;
  shared?: number;
  bypasses?: number;
  refused?: number;
  ratio?: number;
  bytes?: number;
  evictions?: number;
  loads?: number;
  mean_load_ms?: number;
  longest_load_ms?: number;
  ttl_seconds?: number;
  tag_versions?: Record<string, string>;
}

export interface NetworkView {
  dlr_config?: ObjectView;
  tcpip_interface?: ObjectView;
  ethernet_link?: ObjectView;
  qos_config?: ObjectView;
  lldp_management?: ObjectView;
  cip_security?: ObjectView;
  file_metadata?: FileInfo;
  object_metadata?: ObjectView[];
}

export interface NodeKind {
  name?: string;
  count?: number;
  reproduced?: number;
  typed?: number;
}

export interface NotRepresented {
  kind?: string;
  path?: string;
  line?: number;
  nodes?: number;
}

export interface ObjectView {
  section?: string;
  revision?: number;
  object_name?: string;
  object_class_code?: number;
  max_inst?: number;
  number_of_static_instances?: number;
  max_number_of_dynamic_instances?: number;
  class_attributes?: string[];
  instance_attributes?: string[];
  class_services?: string[];
  instance_services?: string[];
  additional_attributes?: Record<string, string[]>;
  line?: number;
}

export interface OidcConfig {
  enabled?: boolean;
  issuer?: string;
  client_id?: string;
  scopes?: string[];
  audience?: string;
  code_challenge_method?: string;
}

export interface Outcome {
  status?: string;
  code?: string;
  detail?: string;
}

export interface Outcome1 {
  status?: string;
}

export interface Outcomes {
  results?: Outcome[];
}

export interface Overview {
  version?: string;
  catalog?: Catalog;
  descriptions_by_vendor?: Record<string, Record<string, number>>;
  devices?: number;
  import_jobs?: Record<string, number>;
  database?: Database;
  storage?: Storage;
  timestamp?: Instant;
}

export interface PackedEds {
  id?: number;
  product_name?: string;
  variant_type?: string;
  version_folder?: string;
  is_latest_version?: boolean;
  vendor_code?: number;
  product_code?: number;
  major_revision?: number;
  minor_revision?: number;
  catalog_number?: string;
  file_path?: string;
}

export interface ParameterError {
  field?: string;
  code?: string;
  message?: string;
}

export interface ParameterScaling {
  multiplier?: number;
  divisor?: number;
  base?: number;
  offset?: number;
  multiplier_link?: number;
  divisor_link?: number;
  base_link?: number;
  offset_link?: number;
  decimal_places?: number;
}

export interface ParameterView {
  param_number?: number;
  param_name?: string;
  data_type?: string;
  data_type_code?: number;
  data_size?: number;
  default_value?: string;
  min_value?: string;
  max_value?: string;
  units?: string;
  help?: string;
  link_path?: string;
  link_path_size?: number;
  descriptor?: number;
  descriptor_flags?: Descriptor[];
  gradient?: number;
  offset?: number;
  scaling?: ParameterScaling;
  read_only?: boolean;
  enumeration_values?: Record<string, string>;
  names?: IntlText[];
  unit_texts?: IntlText[];
  help_texts?: IntlText[];
  line?: number;
}

export interface ParameterView1 {
  variable_id?: string;
  index?: number;
  name?: string;
  description?: string;
  data_type?: string;
  access_rights?: string;
  default_value?: string;
  min_value?: string;
  max_value?: string;
  value_range_name?: string;
  bit_length?: number;
  enumeration_values?: Record<string, string>;
  unit_code?: number;
  unit?: string;
  gradient?: number;
  offset?: number;
  display_format?: string;
  dynamic?: boolean;
  excluded_from_data_storage?: boolean;
  modifies_other_variables?: boolean;
  standard?: boolean;
  element?: string;
  single_values?: SingleValueView[];
  ranges?: RangeView[];
  record_items?: RecordItemView[];
  type?: TypeView;
}

export interface PartView {
  size?: SizeRange;
  format?: string;
}

export interface PathSegment {
  kind?: Kind;
  value?: number;
  text?: string;
}

export interface PayloadView {
  text?: string;
  hex?: string;
  base64?: string;
}

export interface PdConditionView {
  pd_id?: string;
  name?: string;
  direction?: string;
  condition_variable_id?: string;
  condition_subindex?: number;
  condition_value?: number;
  condition_variable_name?: string;
  condition_value_name?: string;
}

export interface Pipeline {
  timestamp?: Instant;
  services?: MessageFlow[];
}

export interface Platform {
  id?: string;
  name?: string;
  description?: string;
  supported?: boolean;
}

export interface Platforms {
  platforms?: Platform[];
}

export interface Point {
  timestamp?: Instant;
  value?: number;
  label?: string;
  status?: string;
}

export interface Pool {
  pool_type?: string;
  size?: number;
  checked_out?: number;
  idle?: number;
  overflow?: number;
  queue_size?: number;
  timeout?: number;
  recycle?: number;
  most_checked_out?: number;
  acquired?: number;
  mean_wait_ms?: number;
  longest_wait_ms?: number;
}

export interface PortParameter {
  param_number?: number;
  param_name?: string;
  port_name?: string;
}

export interface PortView {
  number?: number;
  port_type?: string;
  port_name?: string;
  path?: string;
  port_number?: number;
}

export interface PortsView {
  explicit_ports?: EdsPort[];
  explicit_port_count?: number;
  inferred_ports?: InferredPort[];
  inferred_port_count?: number;
  port_parameters?: PortParameter[];
  port_parameter_count?: number;
  total_assemblies?: number;
  total_parameters?: number;
  has_port_data?: boolean;
}

export type Priority = 'low' | 'high' | 'scheduled' | 'urgent';

export interface ProcessDataLayout {
  layout_id?: string;
  kind?: string;
  product?: string;
  parameters?: LayoutParameter[];
  in?: Frame[];
  out?: Frame[];
}

export interface ProcessDataView {
  pd_id?: string;
  process_data_id?: string;
  name?: string;
  direction?: string;
  bit_length?: number;
  data_type?: string;
  condition?: ConditionView;
  unit_code?: number;
  unit?: string;
  gradient?: number;
  offset?: number;
  display_format?: string;
  single_values?: SingleValueView[];
  ranges?: RangeView[];
  record_items?: RecordItemView[];
  type?: TypeView;
}

export interface PublishRequest {
  topic: string;
  message?: unknown;
  base64?: string;
  qos?: number;
  retain?: boolean;
}

export interface Published {
  id?: UUID;
  topic?: string;
  qos?: number;
  retain?: boolean;
  state?: string;
  timestamp?: Instant;
}

export interface Rack {
  number?: number;
  vendor_code?: number;
  product_type?: number;
  product_code?: number;
  revision?: EdsRevision;
  slots?: number[];
}

export interface RangeView {
  min_value?: string;
  max_value?: string;
  name?: string;
}

export type RealTimeFormat = 'modeless' | 'zero_length' | 'reserved' | 'heartbeat' | 'run_idle_header' | 'safety';

export interface RecordItemView {
  subindex?: number;
  name?: string;
  description?: string;
  bit_offset?: number;
  bit_length?: number;
  data_type?: string;
  datatype_ref?: string;
  fixed_length?: number;
  encoding?: string;
  access_rights?: string;
  default_value?: string;
  modifies_other_variables?: boolean;
  excluded_from_data_storage?: boolean;
  single_values?: SingleValueView[];
  ranges?: RangeView[];
  gradient?: number;
  offset?: number;
  unit_code?: number;
  unit?: string;
  display_format?: string;
}

export interface Rejection {
  reason?: string;
  code?: string;
  timestamp?: number;
  version?: number;
}

export interface ReleaseView {
  id?: number;
  product_name?: string;
  format_version?: string;
  document_version?: string;
  revision?: string;
  release_date?: LocalDate;
  file_name?: string;
  checksum?: string;
  import_date?: Instant;
  newest?: boolean;
  variant_of?: number;
  device_count?: number;
  automatic_count?: number;
  devices?: string[];
}

export interface ReplayView {
  id?: string;
  finished?: boolean;
  queued?: number;
  written?: number;
  dead_lettered?: number;
  gone?: number;
  cut?: number;
  more?: boolean;
}

export interface ReportBatch {
  reports: DeviceReport[];
}

export interface ReportOutcome {
  status?: string;
  code?: string;
  detail?: string;
}

export interface ReportOutcomes {
  results?: ReportOutcome[];
}

export interface ReportedEvent {
  device_id: string;
  code?: number;
  mode: Mode;
  type?: Type;
  timestamp: Instant;
  from_device?: boolean;
  received_at: Instant;
  clock_ahead_ms?: number;
  duplicate?: boolean;
}

export interface ReportedFinding {
  severity?: string;
  code?: string;
  file?: string;
  line?: number;
  path?: string;
  message?: string;
}

export interface Response {
  device_id: string;
  answered_at: Instant;
  payload?: unknown;
}

export interface Retention {
  events?: number;
  alarms?: number;
  commands?: number;
  audit?: number;
}

export interface RoleView {
  role_type?: string;
  identification_menu?: string;
  parameter_menu?: string;
  observation_menu?: string;
  diagnosis_menu?: string;
}

export interface RotateKeyRequest {
  overlap?: string;
  expires_at?: Instant;
}

export type ScalarType = 'boolean' | 'uinteger' | 'integer' | 'float32' | 'float64' | 'string' | 'octets' | 'time' | 'time_span';

export interface Scaling {
  when?: Condition[];
  gradient?: number;
  offset?: number;
  unit_code?: number;
  unit?: string;
  display_format?: DisplayFormat;
  source?: ScalingSource;
  identity?: boolean;
}

export type ScalingSource = 'menu' | 'process_data_ref' | 'param' | 'none';

export type Scope = 'viewer' | 'operator' | 'admin';

export interface Score {
  reproduced?: number;
  total?: number;
  percent?: number;
}

export interface SearchAnswer {
  query?: string;
  corrected?: string;
  eds_devices?: DescriptionHit[];
  iodd_devices?: DescriptionHit[];
  other_descriptions?: DescriptionHit[];
  devices?: DeviceHit[];
  parameters?: SearchHit[];
  process_data?: SearchHit[];
  assemblies?: SearchHit[];
  connections?: SearchHit[];
  enums?: SearchHit[];
  events?: SearchHit[];
  errors?: SearchHit[];
  menus?: SearchHit[];
  total_results?: number;
  has_more?: boolean;
  more?: string[];
  facets?: SearchFacets;
}

export interface SearchFacets {
  descriptions?: number;
  complete?: boolean;
  kind?: FacetCount[];
  vendor?: FacetCount[];
  revision?: FacetCount[];
  feature?: FacetCount[];
}

export interface SearchFound {
  field?: string;
  language?: string;
  text?: string;
  marks?: SearchMark[];
}

export interface SearchHit {
  id?: number;
  type?: string;
  match?: string;
  device_id?: number;
  device_type?: string;
  device_vendor?: string;
  device_name?: string;
  device_product_code?: number;
  title?: string;
  title_marks?: SearchMark[];
  tab?: string;
  item?: string;
  found?: SearchFound;
  param_name?: string;
  param_number?: number;
  subindex?: number;
  code?: number;
  description?: string;
  help_string?: string;
  units?: string;
  data_type?: string;
  access_rights?: string;
  min_value?: string;
  max_value?: string;
  default_value?: string;
  values?: Record<string, string>;
}

export interface SearchMark {
  start?: number;
  end?: number;
}

export interface SectionView {
  name?: string;
  line?: number;
  entries?: EntryView[];
}

export interface SelectionRequest {
  ids?: string[];
  filter?: DeadLetterFilter;
  all?: boolean;
  limit?: number;
}

export interface Series {
  parameter?: string;
  unit?: string;
  points?: Point[];
}

export interface ServerStats {
  enabled?: boolean;
  connected?: boolean;
  keyspace_hits?: number;
  keyspace_misses?: number;
  total_commands_processed?: number;
  used_memory_human?: string;
  bytes?: number;
  max_bytes?: number;
  local_entries?: number;
}

export type Severity = 'info' | 'warn' | 'error';

export interface ShadowChangeView {
  version?: number;
  changed_at?: Instant;
  source?: string;
  patch?: Record<string, unknown>;
}

export interface ShadowView {
  device_id?: string;
  version?: number;
  desired?: unknown;
  reported?: unknown;
  delta?: unknown;
  rejected?: Record<string, Rejection>;
  metadata?: Metadata;
  created_at?: Instant;
  updated_at?: Instant;
}

export interface ShelfRequest {
  duration?: string;
  comment?: string;
}

export interface SideView {
  rpi?: SizeRange;
  size?: SizeRange;
  format?: string;
  fixed_size?: boolean;
  variable_size?: boolean;
  real_time_format?: RealTimeFormat;
  types?: ConnectionType[];
  priorities?: Priority[];
}

export interface SingleValueView {
  value?: string;
  name?: string;
}

export interface SizeRange {
  minimum?: number;
  maximum?: number;
  default_value?: number;
  parameter?: string;
  none?: boolean;
}

export interface SpecialValue {
  value?: number;
  status?: string;
  text?: string;
}

export interface StampReport {
  verdict?: string;
  message?: string;
  line?: number;
  stamped?: number;
  computed?: number;
  checker_name?: string;
  checker_version?: string;
}

export interface Stats {
  total_devices?: number;
  total_parameters?: number;
  total_generated_adapters?: number;
  adapters_by_platform?: Record<string, number>;
  supported_platforms?: string[];
  total_eds_files?: number;
  total_eds_parameters?: number;
  total_eds_packages?: number;
  unique_eds_devices?: number;
  registered_devices?: number;
}

export interface Storage {
  bytes?: number;
  free_bytes?: number;
}

export type Style = 'dec' | 'hex' | 'bin';

export interface Suggestion {
  text?: string;
  type?: string;
}

export interface SuggestionList {
  query?: string;
  suggestions?: Suggestion[];
}

export interface Summary {
  info_count?: number;
  warn_count?: number;
  error_count?: number;
  fatal_count?: number;
  has_issues?: boolean;
  product_name?: string;
  total_diagnostics?: number;
}

export interface SummaryView {
  service?: string;
  total?: number;
  oldest?: Instant;
  replays_waiting?: number;
  reasons?: Record<string, number>;
}

export type TableFormat = 'json' | 'csv' | 'xlsx';

export interface TableSize {
  name?: string;
  bytes?: number;
  rows_estimated?: number;
}

export interface TestConfigView {
  config_type?: string;
  param_index?: number;
  test_value?: string;
  event_triggers?: TriggerView[];
}

export type TextEncoding = 'us_ascii' | 'utf_8' | 'iso_8859_1' | 'cip_short_string' | 'cip_string' | 'cip_string2';

export type TimeSource = 'arrival' | 'device' | 'retained';

export interface TrafficView {
  tspec_name?: string;
  direction?: string;
  data_size?: number;
  rate?: number;
}

export interface TransportView {
  transport_classes?: number[];
  triggers?: Trigger[];
  application_type?: ApplicationType;
  server?: boolean;
}

export type Trigger = 'cyclic' | 'change_of_state' | 'application';

export interface TriggerView {
  appear_value?: number;
  disappear_value?: number;
}

export interface TrustReport {
  iodd_version?: string;
  score?: Score;
  stamp?: StampReport;
  finding_counts?: Record<string, number>;
  findings?: ReportedFinding[];
  files?: FileReport[];
}

export type Type = 'notification' | 'warning' | 'error';

export interface TypeView {
  data_type?: string;
  bit_length?: number;
  fixed_length?: number;
  encoding?: string;
  count?: number;
  subindex_access_supported?: boolean;
  element_type?: TypeView;
  single_values?: SingleValueView[];
  ranges?: RangeView[];
  record_items?: RecordItemView[];
}

export type UUID = string;

export interface UiInfoView {
  pd_id?: string;
  direction?: string;
  record_item_name?: string;
  subindex?: number;
  gradient?: number;
  offset?: number;
  unit_code?: number;
  unit?: string;
  display_format?: string;
}

export interface UploadedDevice {
  device_id?: number;
  product_name?: string;
  vendor?: string;
  parameters_count?: number;
}

export interface UseView {
  connection_number?: number;
  connection_name?: string;
  direction?: string;
}

export interface ValidateValue {
  value?: unknown;
  scaled?: boolean;
  unit_code?: number;
  for_writing?: boolean;
}

export interface ValidateValues {
  values?: unknown;
  for_writing?: boolean;
}

export interface Validation {
  valid?: boolean;
  errors?: ParameterError[];
}

export interface ValueRange {
  lower?: number;
  upper?: number;
  name?: string;
}

export interface ValueView {
  value?: number;
  text?: string;
  is_default?: boolean;
}

export interface VariantView {
  product_variant_id?: string;
  device_symbol?: string;
  product_variant_image?: string;
  hardware_revision?: string;
  firmware_revision?: string;
  product_variant_name?: string;
  product_variant_text?: string;
}

export interface WireView {
  wire_number?: number;
  wire_color?: string;
  wire_function?: string;
  wire_description?: string;
}

export interface WirelessView {
  revision?: string;
  min_cycle_time_out?: number;
  min_cycle_time_in?: number;
  max_tx_power?: number;
  default_slot_type?: string;
  bridge?: boolean;
  low_power_device?: boolean;
}

export interface XmlDocument {
  file_name?: string;
  xml_content?: string;
}

/** What each operation answers. */
export interface Answers {
  'GET /api/admin/overview': Overview;
  'GET /api/alarm-rules': AlarmRule[];
  'POST /api/alarm-rules': AlarmRule;
  'GET /api/alarm-rules/{id}': AlarmRule;
  'PUT /api/alarm-rules/{id}': AlarmRule;
  'DELETE /api/alarm-rules/{id}': unknown;
  'GET /api/alarms': Alarm[];
  'POST /api/alarms/acknowledge': Alarm[];
  'GET /api/alarms/export': FileContent;
  'GET /api/alarms/stream': unknown;
  'GET /api/alarms/summary': AlarmSummary;
  'GET /api/alarms/{id}': AlarmDetail;
  'POST /api/alarms/{id}/acknowledge': Alarm;
  'POST /api/alarms/{id}/comments': Alarm;
  'POST /api/alarms/{id}/shelve': Alarm;
  'POST /api/alarms/{id}/unshelve': Alarm;
  'GET /api/audit': AuditEntry[];
  'GET /api/audit/export': FileContent;
  'GET /api/auth/config': AuthConfig;
  'GET /api/auth/me': AuthMe;
  'GET /api/breakers': BreakerView[];
  'POST /api/breakers/{name}/reset': BreakerView;
  'POST /api/breakers/{service}/{name}/reset': BreakerView[];
  'POST /api/cache/clear': Cleared;
  'GET /api/cache/stats': CacheStats;
  'POST /api/commands/responses': Outcomes;
  'GET /api/config-export/batch/json': Batch;
  'GET /api/config-export/{kind}/{id}/csv': FileContent;
  'GET /api/config-export/{kind}/{id}/json': Exported;
  'GET /api/dead-letters': DeadLetterView[];
  'POST /api/dead-letters/discard': DiscardView;
  'POST /api/dead-letters/replay': ReplayView;
  'GET /api/dead-letters/replays/{replay}': ReplayView;
  'GET /api/dead-letters/summary': SummaryView[];
  'GET /api/dead-letters/{id}': DeadLetterView;
  'DELETE /api/dead-letters/{id}': unknown;
  'POST /api/dead-letters/{id}/replay': ReplayView;
  'GET /api/descriptions': DescriptionSummary[];
  'GET /api/descriptions/export/{content}': FileContent;
  'GET /api/descriptions/{id}': DescriptionSummary;
  'DELETE /api/descriptions/{id}': unknown;
  'POST /api/descriptions/{id}/decode': string;
  'POST /api/descriptions/{id}/encode': string;
  'GET /api/descriptions/{id}/export/{content}': FileContent;
  'GET /api/descriptions/{id}/findings': FindingView[];
  'GET /api/descriptions/{id}/generated/{generator}': FileContent;
  'GET /api/descriptions/{id}/process-data-layout': ProcessDataLayout;
  'GET /api/descriptions/{id}/releases': ReleaseView[];
  'GET /api/devices': DeviceView[];
  'POST /api/devices': DeviceView;
  'GET /api/devices/missing-descriptions': MissingDescription[];
  'POST /api/devices/register': DeviceView;
  'GET /api/devices/{id}': DeviceView;
  'PUT /api/devices/{id}': DeviceView;
  'PATCH /api/devices/{id}': DeviceView;
  'DELETE /api/devices/{id}': unknown;
  'PUT /api/devices/{id}/binding': DeviceView;
  'GET /api/devices/{id}/commands': CommandView[];
  'POST /api/devices/{id}/commands': CommandView;
  'GET /api/devices/{id}/commands/stream': unknown;
  'GET /api/devices/{id}/commands/{command}': CommandView;
  'GET /api/devices/{id}/credentials': CredentialView;
  'POST /api/devices/{id}/credentials': CredentialView;
  'DELETE /api/devices/{id}/credentials': unknown;
  'GET /api/devices/{id}/events': EventView[];
  'GET /api/devices/{id}/events/active': EventView[];
  'GET /api/devices/{id}/events/export': FileContent;
  'GET /api/devices/{id}/generated/{generator}': FileContent;
  'GET /api/devices/{id}/shadow': ShadowView;
  'PUT /api/devices/{id}/shadow': ShadowView;
  'PATCH /api/devices/{id}/shadow': ShadowView;
  'DELETE /api/devices/{id}/shadow': unknown;
  'GET /api/devices/{id}/shadow/delta': unknown;
  'GET /api/devices/{id}/shadow/desired': unknown;
  'PUT /api/devices/{id}/shadow/desired': ShadowView;
  'PATCH /api/devices/{id}/shadow/desired': ShadowView;
  'DELETE /api/devices/{id}/shadow/desired': ShadowView;
  'GET /api/devices/{id}/shadow/history': ShadowChangeView[];
  'GET /api/devices/{id}/shadow/reported': unknown;
  'PUT /api/devices/{id}/shadow/reported': ShadowView;
  'PATCH /api/devices/{id}/shadow/reported': ShadowView;
  'DELETE /api/devices/{id}/shadow/reported': ShadowView;
  'GET /api/devices/{id}/telemetry/history': History;
  'GET /api/devices/{id}/telemetry/history/export': FileContent;
  'GET /api/devices/{id}/telemetry/latest': unknown;
  'GET /api/devices/{id}/telemetry/stream': unknown;
  'GET /api/eds': EdsRow[];
  'POST /api/eds/bulk-delete': BulkDeletion;
  'GET /api/eds/compare': EdsComparisons;
  'GET /api/eds/device/{vendorCode}/{productCode}/revisions': EdsRevision1[];
  'GET /api/eds/grouped/by-device': EdsGroupRow[];
  'GET /api/eds/grouped/by-variant': EdsGroupRow[];
  'POST /api/eds/import': ImportJobView;
  'GET /api/eds/packages': EdsPackageEntry[];
  'GET /api/eds/packages/{id}': EdsPackageDetail;
  'DELETE /api/eds/reset': BulkDeletion;
  'POST /api/eds/upload': EdsUploadResult;
  'POST /api/eds/upload-package': EdsPackageResult;
  'GET /api/eds/{id}': EdsDetail;
  'DELETE /api/eds/{id}': Message;
  'GET /api/eds/{id}/assemblies': AssembliesView;
  'POST /api/eds/{id}/assemblies/{assembly}/decode': string;
  'POST /api/eds/{id}/assemblies/{assembly}/encode': string;
  'GET /api/eds/{id}/assemblies/{assembly}/layout': ProcessDataLayout;
  'GET /api/eds/{id}/capacity': CapacityView;
  'GET /api/eds/{id}/connections': ConnectionDetail[];
  'GET /api/eds/{id}/connections/{number}': ConnectionDetail;
  'GET /api/eds/{id}/connections/{number}/recipe': unknown;
  'GET /api/eds/{id}/diagnostics': DiagnosticsView;
  'GET /api/eds/{id}/enums': EnumView[];
  'GET /api/eds/{id}/export-zip': unknown;
  'GET /api/eds/{id}/file': unknown;
  'GET /api/eds/{id}/groups': GroupsView;
  'GET /api/eds/{id}/icon': unknown;
  'GET /api/eds/{id}/modules': ModulesView;
  'GET /api/eds/{id}/network-config': NetworkView;
  'GET /api/eds/{id}/parameters': ParameterView[];
  'GET /api/eds/{id}/parameters/{number}': ParameterView;
  'GET /api/eds/{id}/ports': PortsView;
  'GET /api/eds/{id}/releases': ReleaseView[];
  'GET /api/eds/{id}/sections': SectionView[];
  'GET /api/events': EventView[];
  'POST /api/events/batch': EventOutcomes;
  'GET /api/events/stream': unknown;
  'POST /api/flows/batch/generate': BatchResult;
  'GET /api/flows/types': FlowTypes;
  'GET /api/flows/{id}/export': FileContent;
  'GET /api/flows/{id}/generate': FlowView;
  'POST /api/generate/adapter': Adapter;
  'GET /api/generate/platforms': Platforms;
  'GET /api/generate/{id}/{platform}/download': FileContent;
  'GET /api/generators': GeneratorView[];
  'GET /api/health': HealthView;
  'GET /api/health/db-pool': Pool;
  'GET /api/health/live': HealthView;
  'GET /api/health/ready': HealthView;
  'GET /api/imports': ImportJobView[];
  'POST /api/imports': ImportJobView;
  'GET /api/imports/{id}': ImportJobView;
  'DELETE /api/imports/{id}': unknown;
  'POST /api/imports/{id}/cancel': ImportJobView;
  'GET /api/imports/{id}/events': unknown;
  'GET /api/iodd': IoddEntry[];
  'POST /api/iodd/bulk-delete': BulkDeletion;
  'GET /api/iodd/compare': IoddComparisons;
  'POST /api/iodd/import': ImportJobView;
  'DELETE /api/iodd/reset': BulkDeletion;
  'POST /api/iodd/upload': IoddUploadResult;
  'GET /api/iodd/{id}': IoddDetail;
  'DELETE /api/iodd/{id}': Message;
  'GET /api/iodd/{id}/assets': IoddAsset[];
  'GET /api/iodd/{id}/assets/{assetId}': unknown;
  'GET /api/iodd/{id}/communication': CommunicationPart;
  'GET /api/iodd/{id}/config-schema': ConfigSchema;
  'GET /api/iodd/{id}/custom-datatypes': CustomDatatypeView[];
  'POST /api/iodd/{id}/decode': string;
  'GET /api/iodd/{id}/documentinfo': DocumentView;
  'POST /api/iodd/{id}/encode': string;
  'GET /api/iodd/{id}/errors': ErrorView[];
  'GET /api/iodd/{id}/events': EventView1[];
  'GET /api/iodd/{id}/export': unknown;
  'GET /api/iodd/{id}/features': FeaturesView;
  'GET /api/iodd/{id}/languages': LanguagesView;
  'GET /api/iodd/{id}/menu-buttons': MenuButtonView[];
  'GET /api/iodd/{id}/menus': MenusView;
  'GET /api/iodd/{id}/model': string;
  'GET /api/iodd/{id}/parameters': ParameterView1[];
  'POST /api/iodd/{id}/parameters/{parameter}/decode': Coded;
  'POST /api/iodd/{id}/parameters/{parameter}/encode': Coded;
  'POST /api/iodd/{id}/parameters/{parameter}/validate': Validation;
  'GET /api/iodd/{id}/process-data-layout': ProcessDataLayout;
  'GET /api/iodd/{id}/processdata': ProcessDataView[];
  'GET /api/iodd/{id}/processdata/conditions': PdConditionView[];
  'GET /api/iodd/{id}/processdata/ui-info': UiInfoView[];
  'GET /api/iodd/{id}/releases': ReleaseView[];
  'GET /api/iodd/{id}/report': TrustReport;
  'GET /api/iodd/{id}/test-config': TestConfigView[];
  'GET /api/iodd/{id}/thumbnail': unknown;
  'POST /api/iodd/{id}/validate': Validation;
  'GET /api/iodd/{id}/variants': VariantView[];
  'GET /api/iodd/{id}/wiring': Record<string, WireView[]>;
  'GET /api/iodd/{id}/xml': XmlDocument;
  'GET /api/keys': ApiKeyView[];
  'POST /api/keys': CreatedKey;
  'GET /api/keys/{id}': ApiKeyView;
  'DELETE /api/keys/{id}': unknown;
  'POST /api/keys/{id}/rotate': CreatedKey;
  'POST /api/mqtt/publish': Published;
  'GET /api/mqtt/status': unknown;
  'GET /api/mqtt/stream': unknown;
  'GET /api/pipeline': Pipeline;
  'GET /api/retention': Retention;
  'GET /api/search': SearchAnswer;
  'GET /api/search/suggestions': SuggestionList;
  'POST /api/shadows/reports': ReportOutcomes;
  'GET /api/stats': Stats;
  'GET /api/telemetry/metrics': FileContent;
}

/** The query parameters that each operation knows. */
export interface Queries {
  'GET /api/admin/overview': never;
  'GET /api/alarm-rules': 'enabled' | 'kind' | 'page' | 'size';
  'POST /api/alarm-rules': never;
  'GET /api/alarm-rules/{id}': never;
  'PUT /api/alarm-rules/{id}': never;
  'DELETE /api/alarm-rules/{id}': never;
  'GET /api/alarms': 'device' | 'from' | 'kind' | 'label' | 'open' | 'page' | 'priority' | 'q' | 'rule' | 'size' | 'sort' | 'state' | 'to';
  'POST /api/alarms/acknowledge': never;
  'GET /api/alarms/export': 'bom' | 'device' | 'format' | 'from' | 'kind' | 'label' | 'open' | 'priority' | 'q' | 'rule' | 'state' | 'to';
  'GET /api/alarms/stream': 'device';
  'GET /api/alarms/summary': never;
  'GET /api/alarms/{id}': never;
  'POST /api/alarms/{id}/acknowledge': never;
  'POST /api/alarms/{id}/comments': never;
  'POST /api/alarms/{id}/shelve': never;
  'POST /api/alarms/{id}/unshelve': never;
  'GET /api/audit': 'actor' | 'from' | 'method' | 'page' | 'path' | 'refused' | 'size' | 'to';
  'GET /api/audit/export': 'actor' | 'bom' | 'format' | 'from' | 'method' | 'path' | 'refused' | 'to';
  'GET /api/auth/config': never;
  'GET /api/auth/me': never;
  'GET /api/breakers': never;
  'POST /api/breakers/{name}/reset': never;
  'POST /api/breakers/{service}/{name}/reset': never;
  'POST /api/cache/clear': 'scope';
  'GET /api/cache/stats': never;
  'POST /api/commands/responses': never;
  'GET /api/config-export/batch/json': 'device_ids' | 'device_type';
  'GET /api/config-export/{kind}/{id}/csv': 'lang';
  'GET /api/config-export/{kind}/{id}/json': never;
  'GET /api/dead-letters': 'cursor' | 'device_id' | 'from' | 'reason' | 'service' | 'size' | 'to' | 'topic';
  'POST /api/dead-letters/discard': never;
  'POST /api/dead-letters/replay': never;
  'GET /api/dead-letters/replays/{replay}': never;
  'GET /api/dead-letters/summary': never;
  'GET /api/dead-letters/{id}': never;
  'DELETE /api/dead-letters/{id}': never;
  'POST /api/dead-letters/{id}/replay': never;
  'GET /api/descriptions': 'device_id' | 'kind' | 'page' | 'q' | 'size' | 'sort' | 'vendor_id';
  'GET /api/descriptions/export/{content}': 'bom' | 'format' | 'ids' | 'lang';
  'GET /api/descriptions/{id}': never;
  'DELETE /api/descriptions/{id}': never;
  'POST /api/descriptions/{id}/decode': never;
  'POST /api/descriptions/{id}/encode': never;
  'GET /api/descriptions/{id}/export/{content}': 'bom' | 'format' | 'lang';
  'GET /api/descriptions/{id}/findings': never;
  'GET /api/descriptions/{id}/generated/{generator}': 'field';
  'GET /api/descriptions/{id}/process-data-layout': never;
  'GET /api/descriptions/{id}/releases': never;
  'GET /api/devices': 'connection' | 'description_id' | 'kind' | 'label' | 'page' | 'q' | 'size' | 'sort' | 'state' | 'vendor_id';
  'POST /api/devices': never;
  'GET /api/devices/missing-descriptions': 'page' | 'size';
  'POST /api/devices/register': never;
  'GET /api/devices/{id}': never;
  'PUT /api/devices/{id}': never;
  'PATCH /api/devices/{id}': never;
  'DELETE /api/devices/{id}': never;
  'PUT /api/devices/{id}/binding': never;
  'GET /api/devices/{id}/commands': 'page' | 'size' | 'state';
  'POST /api/devices/{id}/commands': 'wait';
  'GET /api/devices/{id}/commands/stream': never;
  'GET /api/devices/{id}/commands/{command}': never;
  'GET /api/devices/{id}/credentials': never;
  'POST /api/devices/{id}/credentials': never;
  'DELETE /api/devices/{id}/credentials': never;
  'GET /api/devices/{id}/events': 'code' | 'from' | 'lang' | 'page' | 'size' | 'to' | 'type';
  'GET /api/devices/{id}/events/active': 'lang' | 'page' | 'size';
  'GET /api/devices/{id}/events/export': 'bom' | 'code' | 'format' | 'from' | 'lang' | 'to' | 'type';
  'GET /api/devices/{id}/generated/{generator}': 'field';
  'GET /api/devices/{id}/shadow': never;
  'PUT /api/devices/{id}/shadow': never;
  'PATCH /api/devices/{id}/shadow': never;
  'DELETE /api/devices/{id}/shadow': never;
  'GET /api/devices/{id}/shadow/delta': never;
  'GET /api/devices/{id}/shadow/desired': never;
  'PUT /api/devices/{id}/shadow/desired': never;
  'PATCH /api/devices/{id}/shadow/desired': never;
  'DELETE /api/devices/{id}/shadow/desired': never;
  'GET /api/devices/{id}/shadow/history': 'page' | 'size';
  'GET /api/devices/{id}/shadow/reported': never;
  'PUT /api/devices/{id}/shadow/reported': never;
  'PATCH /api/devices/{id}/shadow/reported': never;
  'DELETE /api/devices/{id}/shadow/reported': never;
  'GET /api/devices/{id}/telemetry/history': 'every' | 'from' | 'limit' | 'parameter' | 'to';
  'GET /api/devices/{id}/telemetry/history/export': 'bom' | 'every' | 'format' | 'from' | 'limit' | 'parameter' | 'to';
  'GET /api/devices/{id}/telemetry/latest': never;
  'GET /api/devices/{id}/telemetry/stream': never;
  'GET /api/eds': 'page' | 'product_code' | 'q' | 'size' | 'sort' | 'vendor_code';
  'POST /api/eds/bulk-delete': never;
  'GET /api/eds/compare': 'ids';
  'GET /api/eds/device/{vendorCode}/{productCode}/revisions': never;
  'GET /api/eds/grouped/by-device': 'page' | 'size';
  'GET /api/eds/grouped/by-variant': 'page' | 'size';
  'POST /api/eds/import': never;
  'GET /api/eds/packages': 'page' | 'size';
  'GET /api/eds/packages/{id}': never;
  'DELETE /api/eds/reset': 'confirm';
  'POST /api/eds/upload': never;
  'POST /api/eds/upload-package': never;
  'GET /api/eds/{id}': never;
  'DELETE /api/eds/{id}': never;
  'GET /api/eds/{id}/assemblies': never;
  'POST /api/eds/{id}/assemblies/{assembly}/decode': never;
  'POST /api/eds/{id}/assemblies/{assembly}/encode': never;
  'GET /api/eds/{id}/assemblies/{assembly}/layout': never;
  'GET /api/eds/{id}/capacity': never;
  'GET /api/eds/{id}/connections': never;
  'GET /api/eds/{id}/connections/{number}': never;
  'GET /api/eds/{id}/connections/{number}/recipe': 'format' | 'host';
  'GET /api/eds/{id}/diagnostics': never;
  'GET /api/eds/{id}/enums': never;
  'GET /api/eds/{id}/export-zip': never;
  'GET /api/eds/{id}/file': never;
  'GET /api/eds/{id}/groups': never;
  'GET /api/eds/{id}/icon': never;
  'GET /api/eds/{id}/modules': never;
  'GET /api/eds/{id}/network-config': never;
  'GET /api/eds/{id}/parameters': 'page' | 'size';
  'GET /api/eds/{id}/parameters/{number}': never;
  'GET /api/eds/{id}/ports': never;
  'GET /api/eds/{id}/releases': never;
  'GET /api/eds/{id}/sections': never;
  'GET /api/events': 'active' | 'code' | 'device' | 'from' | 'lang' | 'page' | 'size' | 'to' | 'type';
  'POST /api/events/batch': never;
  'GET /api/events/stream': 'device' | 'lang';
  'POST /api/flows/batch/generate': never;
  'GET /api/flows/types': never;
  'GET /api/flows/{id}/export': 'flow_type';
  'GET /api/flows/{id}/generate': 'flow_type';
  'POST /api/generate/adapter': never;
  'GET /api/generate/platforms': never;
  'GET /api/generate/{id}/{platform}/download': never;
  'GET /api/generators': never;
  'GET /api/health': never;
  'GET /api/health/db-pool': never;
  'GET /api/health/live': never;
  'GET /api/health/ready': never;
  'GET /api/imports': 'page' | 'size';
  'POST /api/imports': never;
  'GET /api/imports/{id}': 'page' | 'size' | 'status';
  'DELETE /api/imports/{id}': never;
  'POST /api/imports/{id}/cancel': never;
  'GET /api/imports/{id}/events': never;
  'GET /api/iodd': 'device_id' | 'lang' | 'page' | 'q' | 'size' | 'sort' | 'vendor_id';
  'POST /api/iodd/bulk-delete': never;
  'GET /api/iodd/compare': 'ids';
  'POST /api/iodd/import': never;
  'DELETE /api/iodd/reset': 'confirm';
  'POST /api/iodd/upload': never;
  'GET /api/iodd/{id}': 'lang';
  'DELETE /api/iodd/{id}': never;
  'GET /api/iodd/{id}/assets': never;
  'GET /api/iodd/{id}/assets/{assetId}': never;
  'GET /api/iodd/{id}/communication': 'lang';
  'GET /api/iodd/{id}/config-schema': 'lang';
  'GET /api/iodd/{id}/custom-datatypes': 'lang';
  'POST /api/iodd/{id}/decode': never;
  'GET /api/iodd/{id}/documentinfo': 'lang';
  'POST /api/iodd/{id}/encode': never;
  'GET /api/iodd/{id}/errors': 'lang';
  'GET /api/iodd/{id}/events': 'lang';
  'GET /api/iodd/{id}/export': 'format';
  'GET /api/iodd/{id}/features': 'lang';
  'GET /api/iodd/{id}/languages': 'lang';
  'GET /api/iodd/{id}/menu-buttons': 'lang';
  'GET /api/iodd/{id}/menus': 'lang' | 'role';
  'GET /api/iodd/{id}/model': never;
  'GET /api/iodd/{id}/parameters': 'lang' | 'page' | 'size';
  'POST /api/iodd/{id}/parameters/{parameter}/decode': 'subindex';
  'POST /api/iodd/{id}/parameters/{parameter}/encode': 'subindex';
  'POST /api/iodd/{id}/parameters/{parameter}/validate': 'subindex';
  'GET /api/iodd/{id}/process-data-layout': never;
  'GET /api/iodd/{id}/processdata': 'lang';
  'GET /api/iodd/{id}/processdata/conditions': 'lang';
  'GET /api/iodd/{id}/processdata/ui-info': 'lang';
  'GET /api/iodd/{id}/releases': never;
  'GET /api/iodd/{id}/report': never;
  'GET /api/iodd/{id}/test-config': 'lang';
  'GET /api/iodd/{id}/thumbnail': never;
  'POST /api/iodd/{id}/validate': never;
  'GET /api/iodd/{id}/variants': 'lang';
  'GET /api/iodd/{id}/wiring': 'lang';
  'GET /api/iodd/{id}/xml': never;
  'GET /api/keys': 'page' | 'size';
  'POST /api/keys': never;
  'GET /api/keys/{id}': never;
  'DELETE /api/keys/{id}': never;
  'POST /api/keys/{id}/rotate': never;
  'POST /api/mqtt/publish': never;
  'GET /api/mqtt/status': never;
  'GET /api/mqtt/stream': 'topic';
  'GET /api/pipeline': never;
  'GET /api/retention': never;
  'GET /api/search': 'device_type' | 'facets' | 'feature' | 'kind' | 'limit' | 'page' | 'q' | 'revision' | 'type' | 'vendor';
  'GET /api/search/suggestions': 'limit' | 'q';
  'POST /api/shadows/reports': never;
  'GET /api/stats': never;
  'GET /api/telemetry/metrics': never;
}
