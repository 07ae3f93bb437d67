// Made by scripts/openapi.mjs from the OpenAPI document of the API; not edited by hand.

export interface Adapter {
  device_id?: number;
  files?: Record<string, string>;
  generated_at?: Instant;
  platform?: string;
}

export interface AdapterRequest {
  device_id: number;
  options?: unknown;
  platform?: string;
}

export interface Alarm {
  acknowledged_at?: Instant;
  acknowledged_by?: string;
  alarm?: string;
  cleared_at?: Instant;
  code?: number;
  code_hex?: string;
  comment?: string;
  detail?: string;
  device_id?: string;
  device_name?: string;
  id?: number;
  kind?: AlarmCause;
  message?: string;
  parameter?: string;
  priority?: AlarmPriority;
  raised_at?: Instant;
  raises?: number;
  rule_id?: number;
  rule_name?: string;
  shelved_by?: string;
  shelved_until?: Instant;
  standing?: boolean;
  state?: AlarmStatus;
  value?: number;
}

export type AlarmAction = 'raised' | 'cleared' | 'acknowledged' | 'shelved' | 'unshelved' | 'commented';

export type AlarmCause = 'event' | 'range' | 'rate' | 'status' | 'silence' | 'disconnected' | 'dead_letters';

export interface AlarmChannel {
  after?: string;
  body?: string;
  created_at?: Instant;
  created_by?: string;
  enabled?: boolean;
  gather?: string;
  id?: number;
  line?: string;
  min_priority?: AlarmPriority;
  name?: string;
  recipients?: string[];
  repeat?: string;
  scope?: AlarmScope;
  secret?: string;
  subject?: string;
  told?: NoticeReason[];
  type?: ChannelType;
  updated_at?: Instant;
  updated_by?: string;
  url?: string;
}

export interface AlarmChannelRequest {
  after?: string;
  body?: string;
  enabled?: boolean;
  gather?: string;
  line?: string;
  min_priority?: AlarmPriority;
  name: string;
  recipients?: string[];
  repeat?: string;
  scope?: AlarmScope;
  subject?: string;
  told?: NoticeReason[];
  type: ChannelType;
  url?: string;
}

export interface AlarmComment {
  comment?: string;
}

export interface AlarmCondition {
  change?: number;
  count?: number;
  dead_band?: number;
  described?: boolean;
  high?: number;
  low?: number;
  off_delay?: string;
  on_delay?: string;
  over?: string;
  parameter?: string;
  statuses?: string[];
}

export interface AlarmDetail {
  alarm?: Alarm;
  history?: AlarmEntry[];
}

export interface AlarmEntry {
  action?: AlarmAction;
  at?: Instant;
  comment?: string;
  until?: Instant;
  who?: string;
}

export type AlarmKind = 'range' | 'rate' | 'status' | 'silence' | 'disconnected' | 'dead_letters';

export interface AlarmNotice {
  alarm_id?: number;
  attempts?: number;
  done_at?: Instant;
  due_at?: Instant;
  error?: string;
  id?: number;
  reason?: NoticeReason;
  state?: NoticeState;
}

export type AlarmPriority = 'low' | 'medium' | 'high' | 'urgent';

export interface AlarmRule {
  comment?: string;
  condition?: AlarmCondition;
  created_at?: Instant;
  created_by?: string;
  enabled?: boolean;
  id?: number;
  kind?: AlarmKind;
  name?: string;
  priority?: AlarmPriority;
  scope?: AlarmScope;
  standing?: number;
  updated_at?: Instant;
  updated_by?: string;
}

export interface AlarmRuleRequest {
  comment?: string;
  condition?: AlarmCondition;
  enabled?: boolean;
  kind: AlarmKind;
  name: string;
  priority?: AlarmPriority;
  scope?: AlarmScope;
}

export interface AlarmScope {
  description_id?: number;
  device_id?: string;
  label?: string;
  type?: AlarmScopeType;
}

export type AlarmScopeType = 'all' | 'device' | 'label' | 'description';

export interface AlarmSelection {
  comment?: string;
  ids: number[];
}

export type AlarmStatus = 'active' | 'acknowledged' | 'cleared' | 'closed' | 'shelved';

export interface AlarmSummary {
  acknowledged?: Count;
  active?: Count;
  cleared?: Count;
  shelved?: Count;
}

export interface ApiKeyView {
  allowed_addresses?: string[];
  created_at?: Instant;
  created_by?: string;
  expires_at?: Instant;
  id?: number;
  last_used_at?: Instant;
  name?: string;
  prefix?: string;
  replaces?: number;
  revoked_at?: Instant;
  scope?: Scope;
}

export type ApplicationType = 'listen_only' | 'input_only' | 'exclusive_owner' | 'redundant_owner';

export interface AreaChanges {
  added?: number;
  area?: string;
  changed?: number;
  changes?: Change[];
  removed?: number;
}

export interface AreaChanges1 {
  added?: number;
  area?: string;
  changed?: number;
  changes?: Change1[];
  removed?: number;
}

export type ArrayNode = unknown[];

export interface AssembliesView {
  fixed?: AssemblyView1[];
  total_count?: number;
  variable?: AssemblyView1[];
}

export interface AssemblyConsequences {
  assembly?: string;
  consequences?: Consequence[];
}

export interface AssemblyView {
  assembly_name?: string;
  assembly_number?: number;
  keyword?: string;
  members?: MemberView[];
  path?: string;
  size?: number;
}

export interface AssemblyView1 {
  assembly_name?: string;
  assembly_number?: number;
  assembly_type?: string;
  descriptor?: number;
  instance?: number;
  keyword?: string;
  line?: number;
  max_size?: number;
  member_bits?: number;
  members?: MemberView1[];
  path?: string;
  size?: number;
  size_parameter?: string;
  used_by_connections?: UseView[];
  variable?: boolean;
}

export interface AuditEntry {
  actor?: string;
  address?: string;
  after?: string;
  at?: Instant;
  before?: string;
  body?: string;
  id?: number;
  method?: string;
  path?: string;
  status?: number;
  trace_id?: string;
}

export interface AuthConfig {
  mode?: Mode1;
  oidc?: OidcConfig;
}

export interface AuthMe {
  expires_at?: Instant;
  kind?: Kind1;
  name?: string;
  roles?: string[];
  scope?: Scope;
}

export interface Batch {
  device_type?: string;
  devices?: BatchEntry[];
  export_format?: string;
  total_count?: number;
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
  failed?: BatchFailure[];
  flow?: ArrayNode;
  success?: boolean;
  successful?: number[];
  total_nodes?: number;
}

export type BindingMode = 'automatic' | 'pinned';

export interface BindingRequest {
  assembly?: string;
  connection?: number;
  description_id?: number;
  mode?: BindingMode;
  parameters?: Record<string, number>;
}

export type BindingState = 'bound' | 'description_missing' | 'identity_missing';

export interface BindingView {
  assembly?: string;
  connection?: number;
  description_id?: number;
  mode?: BindingMode;
  parameters?: Record<string, number>;
  product_name?: string;
  state?: BindingState;
  vendor_name?: string;
}

export interface BrandingRequest {
  accent_color: string;
  name: string;
  primary_color: string;
}

export interface BrandingView {
  accent_color?: string;
  custom?: boolean;
  logo?: string;
  name?: string;
  primary_color?: string;
  updated_at?: Instant;
}

export interface BreakerView {
  detail?: string;
  failures?: number;
  instance?: string;
  last_change?: Instant;
  last_error?: string;
  name?: string;
  opened?: number;
  service?: string;
  state?: string;
  threshold?: number;
}

export interface BreakerView1 {
  failures?: number;
  last_change?: Instant;
  name?: string;
  opened?: number;
  state?: string;
}

export interface BulkDeletion {
  deleted_count?: number;
  message?: string;
  not_found?: number[];
}

export interface ButtonView {
  action_started_message?: string;
  button_value?: string;
  description?: string;
}

export interface CacheStats {
  cache?: ServerStats;
  namespaces?: Record<string, NamespaceStats>;
  timestamp?: Instant;
}

export interface CapacityView {
  conn_overhead?: number;
  figures?: Record<string, number>;
  max_cx_per_config_tool?: number;
  max_io_connections?: number;
  max_io_consumers?: number;
  max_io_producers?: number;
  max_msg_connections?: number;
  tspecs?: TrafficView[];
}

export interface Catalog {
  eds_devices?: number;
  eds_files?: number;
  eds_packages?: number;
  eds_parameters?: number;
  iodd_parameters?: number;
  iodds?: number;
}

export interface Change {
  attribute?: string;
  change?: string;
  entry?: string;
  message?: string;
  new_value?: string;
  old_value?: string;
}

export interface Change1 {
  change?: string;
  new_value?: string;
  old_value?: string;
  path?: string;
}

export type ChannelType = 'webhook' | 'email';

export interface Check {
  age_ms?: number;
  changes?: number;
  message?: string;
  required?: boolean;
  since?: Instant;
  status?: string;
}

export interface Cleared {
  message?: string;
  status?: string;
  timestamp?: Instant;
}

export interface Coded {
  base64?: string;
  bytes?: number[];
  data_type?: string;
  hex?: string;
  index?: number;
  items?: CodedItem[];
  name?: string;
  scaled_value?: unknown;
  subindex?: number;
  unit?: string;
  value?: unknown;
  variable_id?: string;
}

export interface CodedItem {
  data_type?: string;
  label?: string;
  name?: string;
  scaled_value?: unknown;
  special?: boolean;
  status?: string;
  subindex?: number;
  unit?: string;
  value?: unknown;
}

export interface CommandRequest {
  block?: boolean;
  command: string;
  confirm?: boolean;
  parameter?: string;
  parameters?: unknown;
  read_back?: boolean;
  scaled?: boolean;
  subindex?: number;
  timeout?: string;
  unit_code?: number;
  value?: unknown;
}

export interface CommandResponses {
  responses: Response[];
}

export interface CommandView {
  answered_at?: Instant;
  command?: string;
  command_id?: UUID;
  created_at?: Instant;
  device_id?: string;
  error?: unknown;
  expires_at?: Instant;
  late?: boolean;
  parameters?: unknown;
  requested_by?: string;
  result?: unknown;
  sent_at?: Instant;
  state?: string;
}

export interface CommentRequest {
  text: string;
}

export interface CommunicationPart {
  bitrate?: string;
  compatible_with?: string;
  connection_type?: string;
  iolink_revision?: string;
  min_cycle_time?: number;
  msequence?: MSequenceView;
  msequence_capability?: number;
  msequence_capability_text?: string;
  physical_layers?: CommunicationView[];
  physics?: string;
  sio_supported?: boolean;
  wire_config?: Record<string, string>;
}

export interface CommunicationView {
  bitrate?: string;
  compatible_with?: string;
  connections?: ConnectionView[];
  iolink_revision?: string;
  min_cycle_time?: number;
  msequence?: MSequenceView;
  msequence_capability?: number;
  msequence_capability_text?: string;
  physics?: string;
  sio_supported?: boolean;
  wireless?: WirelessView;
}

export interface Compared {
  id?: number;
  product_code?: number;
  product_name?: string;
  revision?: string;
  vendor_code?: number;
}

export interface Compared1 {
  device_id?: number;
  document_version?: string;
  id?: number;
  product_name?: string;
  release_date?: string;
  vendor_id?: number;
}

export interface ComparedValue {
  differs?: boolean;
  item?: string;
  name?: string;
  other?: unknown;
  parameter_id?: string;
  subindex?: number;
  unit?: string;
  value?: unknown;
  writable?: boolean;
}

export interface ConditionView {
  condition_value?: number;
  condition_value_name?: string;
  condition_variable_id?: string;
  condition_variable_name?: string;
  subindex?: number;
}

export interface ConfigItem {
  access_right_restriction?: string;
  button_value?: string;
  condition?: ConditionView;
  display_format?: string;
  gradient?: number;
  menu_ref?: string;
  offset?: number;
  parameter?: ConfigParameter;
  record_item_ref?: string;
  subindex?: number;
  type?: string;
  unit?: string;
  unit_code?: number;
  variable_id?: string;
}

export interface ConfigMenu {
  id?: string;
  items?: ConfigItem[];
  name?: string;
}

export interface ConfigParameter {
  access_rights?: string;
  bit_length?: number;
  data_type?: string;
  default_value?: string;
  description?: string;
  enumeration_values?: Record<string, string>;
  id?: string;
  index?: number;
  max_value?: string;
  min_value?: string;
  name?: string;
  ranges?: RangeView[];
  subindex?: number;
  unit?: string;
}

export interface ConfigSchema {
  menus?: ConfigMenu[];
  role_mappings?: Record<string, Record<string, string>>;
}

export interface Configuration {
  assemblies?: string[];
  hex?: string;
  instance?: number;
  octets?: number;
  values?: ConfigurationValue[];
}

export interface ConfigurationValue {
  bit_offset?: number;
  bits?: number;
  default_value?: string;
  label?: string;
  name?: string;
  parameter?: string;
}

export interface Connection {
  clock_ahead_ms?: number;
  first_seen?: Instant;
  last_seen?: Instant;
  since?: Instant;
  state?: ConnectionStatus;
}

export interface ConnectionDetail {
  config_part1?: PartView;
  config_part2?: PartView;
  connection_name?: string;
  connection_number?: number;
  connection_params?: string;
  help_string?: string;
  input_assembly?: string;
  keyword?: string;
  line?: number;
  o_to_t?: SideView;
  output_assembly?: string;
  path?: string;
  path_hex?: string;
  safety?: string[];
  segments?: PathSegment[];
  t_to_o?: SideView;
  transport?: TransportView;
  trigger_transport?: string;
}

export interface ConnectionRecipe {
  configuration?: Configuration;
  connection?: number;
  help?: string;
  keyword?: string;
  name?: string;
  notes?: string[];
  originator_to_target?: Data;
  path?: Path;
  safety?: boolean;
  target?: Target;
  target_to_originator?: Data;
  transport?: Transport;
}

export type ConnectionStatus = 'connected' | 'disconnected' | 'silent' | 'unknown';

export type ConnectionType = 'null' | 'multicast' | 'point_to_point';

export interface ConnectionView {
  connection_symbol?: string;
  connection_type?: string;
  description?: string;
  product_ids?: string[];
  wires?: WireView[];
}

export interface Consequence {
  direction?: string;
  field?: string;
  kind?: string;
  message?: string;
  new_value?: string;
  old_value?: string;
}

export interface Count {
  all?: number;
  high?: number;
  low?: number;
  medium?: number;
  urgent?: number;
}

export interface Counts {
  error_count?: number;
  fatal_count?: number;
  has_issues?: boolean;
  info_count?: number;
  warn_count?: number;
}

export interface Coverage {
  attributes?: number;
  differences?: Difference[];
  elements?: number;
  kept?: number;
  kinds?: NodeKind[];
  not_represented?: NotRepresented[];
  score?: Score;
  surplus?: number;
  texts?: number;
  typed?: number;
}

export interface CreateKeyRequest {
  allowed_addresses?: string[];
  expires_at?: Instant;
  name: string;
  scope: Scope;
}

export interface CreatedKey {
  details?: ApiKeyView;
  key?: string;
}

export interface CredentialView {
  created_at?: Instant;
  password?: string;
  rotated_at?: Instant;
  rotated_by?: string;
  topics?: string;
  username?: string;
}

export interface CustomDatatypeView {
  bit_length?: number;
  count?: number;
  datatype_id?: string;
  datatype_xsi_type?: string;
  element_type?: TypeView;
  encoding?: string;
  fixed_length?: number;
  ranges?: RangeView[];
  record_items?: RecordItemView[];
  single_values?: SingleValueView[];
  subindex_access_supported?: boolean;
}

export interface Data {
  assembly?: string;
  assembly_name?: string;
  connection_size?: number;
  fixed_size?: boolean;
  instance?: number;
  network_parameters?: number;
  priorities?: Priority[];
  priority?: Priority;
  real_time_format?: RealTimeFormat;
  rpi?: SizeRange;
  size?: SizeRange;
  type?: ConnectionType;
  types?: ConnectionType[];
  variable_size?: boolean;
}

export interface Database {
  bytes?: number;
  tables?: TableSize[];
}

export interface DeadLetterFilter {
  device_id?: string;
  from?: Instant;
  reason?: string;
  service?: string;
  to?: Instant;
  topic?: string;
}

export interface DeadLetterView {
  cut?: boolean;
  detail?: string;
  device_id?: string;
  id?: string;
  payload?: PayloadView;
  payload_size?: number;
  qos?: number;
  reason?: string;
  received_at?: Instant;
  replay_of?: string;
  service?: string;
  stored_at?: Instant;
  topic?: string;
  traceparent?: string;
}

export interface DecodeOctets {
  base64?: string;
  bytes?: number[];
  hex?: string;
  scaled?: boolean;
  unit_code?: number;
}

export interface DecodeRequest {
  base64?: string;
  bytes?: number[];
  direction?: string;
  hex?: string;
  parameters?: Record<string, number>;
}

export interface DecodedFrame {
  id?: string;
  name?: string;
}

export interface DecodedProcessData {
  base64?: string;
  bytes?: number[];
  description_id?: number;
  direction?: string;
  frame?: DecodedFrame;
  hex?: string;
  values?: DecodedValue[];
}

export interface DecodedValue {
  key?: string;
  label?: string;
  name?: string;
  raw?: number;
  shown?: boolean;
  status?: string;
  subindex?: number;
  unit?: string;
  value?: unknown;
}

export interface DescriptionHit {
  description?: string;
  device_id?: number;
  found?: SearchFound;
  id?: number;
  match?: string;
  product_code?: number;
  product_id?: string;
  product_name?: string;
  revision?: string;
  title_marks?: SearchMark[];
  type?: string;
  vendor_id?: number;
  vendor_name?: string;
}

export interface DescriptionSummary {
  byte_size?: number;
  device_id?: number;
  file_name?: string;
  file_version?: string;
  finding_count?: number;
  format_version?: string;
  id?: number;
  imported_at?: Instant;
  kind?: string;
  major_revision?: number;
  minor_revision?: number;
  parameter_count?: number;
  product_family?: string;
  product_name?: string;
  release_date?: LocalDate;
  sha256?: string;
  vendor_id?: number;
  vendor_name?: string;
}

export type Descriptor = 'settable_path' | 'enumerated' | 'scaling' | 'scaling_links' | 'read_only' | 'monitor' | 'extended_precision' | 'non_consecutive_enum' | 'enum_and_values' | 'not_displayed' | 'indirect' | 'not_addressable' | 'write_only';

export interface DeviceHit {
  description_id?: number;
  device_id?: string;
  found?: SearchFound;
  location?: string;
  name?: string;
  title_marks?: SearchMark[];
}

export interface DeviceIdentity {
  device_id?: number;
  kind?: string;
  product_id?: string;
  revision?: string;
  serial?: string;
  vendor_id?: number;
}

export interface DevicePatch {
  labels?: unknown;
  location?: string;
  name?: string;
  notes?: string;
}

export interface DeviceReport {
  device_id: string;
  payload: unknown;
  replayed?: boolean;
  time_source?: TimeSource;
  timestamp?: number;
}

export interface DeviceView {
  attributes?: Record<string, unknown>;
  binding?: BindingView;
  connection?: Connection;
  device_id?: string;
  identity?: DeviceIdentity;
  labels?: Record<string, string>;
  last_registered_at?: Instant;
  location?: string;
  master?: MasterPlace;
  name?: string;
  notes?: string;
  registered_at?: Instant;
  updated_at?: Instant;
  version?: number;
}

export interface DiagnosticView {
  code?: string;
  column?: number;
  context?: string;
  line?: number;
  message?: string;
  section?: string;
  severity?: Severity;
}

export interface DiagnosticsView {
  diagnostics?: DiagnosticView[];
  summary?: Summary;
}

export interface Difference {
  line?: number;
  original?: string;
  path?: string;
  rebuilt?: string;
}

export interface DiscardView {
  discarded?: number;
  more?: boolean;
}

export interface DocumentView {
  checker_name?: string;
  checker_version?: string;
  copyright?: string;
  device_family?: string;
  product_text?: string;
  release_date?: string;
  stamp_crc?: number;
  vendor_name?: string;
  vendor_text?: string;
  vendor_url?: string;
  version?: string;
}

export interface EdsComparison {
  areas?: AreaChanges[];
  consequences?: AssemblyConsequences[];
  from?: Compared;
  identical?: boolean;
  to?: Compared;
}

export interface EdsComparisons {
  comparisons?: EdsComparison[];
}

export interface EdsDate {
  date?: LocalDate;
  date_text?: string;
  time?: LocalTime;
  time_text?: string;
}

export interface EdsGroupRow {
  assembly_count?: number;
  catalog_number?: string;
  checksum?: string;
  description?: string;
  diagnostics?: Counts;
  feature_set?: string;
  features?: string[];
  file_name?: string;
  finding_count?: number;
  home_url?: string;
  id?: number;
  import_date?: Instant;
  major_revision?: number;
  minor_revision?: number;
  mod_date?: LocalDate;
  parameter_count?: number;
  product_code?: number;
  product_name?: string;
  product_type?: number;
  product_type_str?: string;
  revision_count?: number;
  variant_label?: string;
  vendor_code?: number;
  vendor_name?: string;
}

export interface EdsModule {
  fields?: string[];
  line?: number;
  name?: string;
  number?: number;
}

export interface EdsPackageDetail {
  byte_size?: number;
  checksum?: string;
  eds_files?: PackedEds[];
  id?: number;
  package_name?: string;
  product_name?: string;
  readme_content?: string;
  readme_name?: string;
  total_eds_files?: number;
  total_versions?: number;
  upload_date?: Instant;
  variants?: string[];
  vendor_name?: string;
  versions?: string[];
}

export interface EdsPackageEntry {
  byte_size?: number;
  checksum?: string;
  id?: number;
  package_name?: string;
  product_name?: string;
  total_eds_files?: number;
  total_versions?: number;
  upload_date?: Instant;
  vendor_name?: string;
}

export interface EdsPackageResult {
  imported_count?: number;
  message?: string;
  package_id?: number;
  package_name?: string;
  product_name?: string;
  results?: ImportedFile[];
  skipped_count?: number;
  total_eds_files?: number;
  variants?: string[];
  vendor_name?: string;
  versions?: string[];
}

export interface EdsPort {
  capabilities?: number;
  line?: number;
  name?: string;
  number?: number;
  path?: string;
  port_number?: number;
  type?: string;
}

export interface EdsRevision {
  major?: number;
  minor?: number;
}

export interface EdsRevision1 {
  assembly_count?: number;
  catalog_number?: string;
  description?: string;
  device_count?: number;
  devices?: string[];
  file_name?: string;
  id?: number;
  import_date?: Instant;
  major_revision?: number;
  minor_revision?: number;
  mod_date?: LocalDate;
  newest?: boolean;
  product_code?: number;
  product_name?: string;
  revision_string?: string;
  variant_label?: string;
  variant_of?: number;
  vendor_code?: number;
  vendor_name?: string;
}

export interface EdsRow {
  catalog_number?: string;
  checksum?: string;
  description?: string;
  diagnostics?: Counts;
  file_name?: string;
  finding_count?: number;
  home_url?: string;
  id?: number;
  import_date?: Instant;
  major_revision?: number;
  minor_revision?: number;
  mod_date?: LocalDate;
  parameter_count?: number;
  product_code?: number;
  product_name?: string;
  product_type?: number;
  product_type_str?: string;
  vendor_code?: number;
  vendor_name?: string;
}

export interface EdsUploadResult {
  catalog_number?: string;
  eds_id?: number;
  message?: string;
  package_id?: number;
  product_name?: string;
  results?: ImportedFile[];
  vendor_name?: string;
}

export interface EdsWhole {
  assemblies?: AssemblyView[];
  assembly_count?: number;
  capacity?: CapacityView;
  catalog_number?: string;
  checksum?: string;
  class1?: string;
  class2?: string;
  class3?: string;
  class4?: string;
  classes?: string[];
  connections?: ConnectionDetail[];
  create_date?: string;
  create_time?: string;
  default_connection?: number;
  description?: string;
  feature_set?: string;
  features?: string[];
  file_name?: string;
  file_revision?: string;
  finding_count?: number;
  groups?: GroupView[];
  home_url?: string;
  id?: number;
  import_date?: Instant;
  major_revision?: number;
  minor_revision?: number;
  mod_date?: LocalDate;
  mod_time?: string;
  parameter_count?: number;
  parameters?: ParameterView[];
  ports?: PortView[];
  product_code?: number;
  product_name?: string;
  product_type?: number;
  product_type_str?: string;
  vendor_code?: number;
  vendor_name?: string;
}

export interface EncodeRequest {
  base?: string;
  direction?: string;
  parameters?: Record<string, number>;
  values: Record<string, unknown>;
}

export interface EncodeValue {
  base?: string;
  scaled?: boolean;
  unit_code?: number;
  value?: unknown;
}

export interface EntryView {
  complete?: boolean;
  fields?: string[];
  keyword?: string;
  line?: number;
  vendor_specific?: boolean;
}

export interface EnumView {
  keyword?: string;
  line?: number;
  param_name?: string;
  param_number?: number;
  values?: ValueView[];
}

export interface ErrorView {
  additional_code?: number;
  code?: number;
  description?: string;
  name?: string;
  standard?: boolean;
}

export interface EventBatch {
  events: ReportedEvent[];
}

export interface EventOutcomes {
  results?: Outcome1[];
}

export interface EventView {
  active?: boolean;
  clock_ahead_ms?: number;
  code?: number;
  code_hex?: string;
  description?: string;
  device_id?: string;
  id?: number;
  mode?: string;
  name?: string;
  occurred_at?: Instant;
  received_at?: Instant;
  source?: string;
  type?: string;
}

export interface EventView1 {
  code?: number;
  description?: string;
  event_type?: string;
  mode?: string;
  name?: string;
  standard?: boolean;
}

export interface Exported {
  content?: Record<string, unknown>;
  device?: DescriptionSummary;
  export_format?: string;
}

export interface FacetCount {
  count?: number;
  value?: string;
}

export interface FeaturesView {
  access_locks_data_storage?: boolean;
  access_locks_local_parameterization?: boolean;
  access_locks_local_user_interface?: boolean;
  access_locks_parameter?: boolean;
  block_parameter?: boolean;
  data_storage?: boolean;
  profile_characteristic?: string;
}

export interface FetchRequest {
  device_id: number;
  iodd_id?: number;
  vendor_id: number;
}

export type FetchState = 'waiting' | 'fetched' | 'not_found' | 'refused' | 'away';

export interface FetchedDescription {
  address?: string;
  description_id?: number;
  device_id?: number;
  fetched_at?: Instant;
  fetched_by?: string;
  iodd_id?: number;
  product_name?: string;
  status?: string;
  vendor_id?: number;
}

export interface FieldError {
  code?: string;
  field?: string;
  message?: string;
}

export type FileContent = string;

export interface FileInfo {
  crc?: number;
  created?: EdsDate;
  description?: string;
  exclude?: string;
  home_url?: string;
  modified?: EdsDate;
  revision?: EdsRevision;
}

export interface FileReport {
  coverage?: Coverage;
  language?: string;
  name?: string;
  role?: string;
  stamp?: StampReport;
}

export interface FindingView {
  code?: string;
  line?: number;
  message?: string;
  path?: string;
  severity?: string;
}

export interface FlowBatch {
  device_ids: number[];
  flow_type?: string;
}

export interface FlowTypeView {
  description?: string;
  name?: string;
  type?: string;
}

export interface FlowTypes {
  flow_types?: FlowTypeView[];
}

export interface FlowView {
  device_id?: number;
  device_name?: string;
  flow?: ArrayNode;
  flow_type?: string;
  node_count?: number;
}

export interface FolderRequest {
  folder: string;
}

export interface ForgottenFetches {
  forgotten?: number;
}

export type Format = 'json' | 'text';

export interface GeneratorView {
  description?: string;
  id?: string;
  title?: string;
}

export interface GroupView {
  group_name?: string;
  group_number?: number;
  members?: string[];
}

export interface GroupView1 {
  group_name?: string;
  group_number?: number;
  members?: string[];
  parameter_count?: number;
  parameter_numbers?: number[];
}

export interface GroupsView {
  groups?: GroupView1[];
  total_count?: number;
}

export interface HealthView {
  breakers?: BreakerView1[];
  checks?: Record<string, Check>;
  database?: string;
  devices_count?: number;
  status?: string;
  timestamp?: Instant;
}

export interface History {
  device_id?: string;
  every?: string;
  from?: Instant;
  function?: string;
  limit?: number;
  series?: Series[];
  source?: string;
  to?: Instant;
  truncated?: boolean;
}

export type HistoryFunction = 'mean' | 'min' | 'max' | 'first' | 'last' | 'count' | 'percentile' | 'time_weighted_mean' | 'rate' | 'time_in_state';

export interface Ids {
  eds_ids: number[];
}

export interface Ids1 {
  device_ids: number[];
}

export interface ImportJobView {
  already_known?: number;
  finished_at?: Instant;
  id?: number;
  ignored?: number;
  imported?: number;
  label?: string;
  message?: string;
  packages_done?: number;
  packages_found?: number;
  refused?: number;
  replaced?: number;
  requested_at?: Instant;
  requested_by?: string;
  results?: ImportedFile[];
  scanned?: boolean;
  source?: JobSource;
  started_at?: Instant;
  state?: JobState;
  total_results?: number;
}

export interface ImportRequest {
  csv?: string;
  description_id?: number;
  name: string;
  notes?: string;
  set?: ParameterSet;
}

export type ImportStatus = 'imported' | 'already_known' | 'replaced' | 'refused' | 'ignored';

export interface ImportedFile {
  code?: string;
  file?: string;
  finding_count?: number;
  id?: number;
  kind?: string;
  line?: number;
  message?: string;
  replaces?: number;
  status?: ImportStatus;
}

export interface InferredPort {
  assembly_numbers?: number[];
  param_numbers?: number[];
  port_name?: string;
}

export type Instant = string;

export interface IntlText {
  language?: string;
  text?: string;
}

export interface IoddAsset {
  device_id?: number;
  file_name?: string;
  file_type?: string;
  id?: number;
  image_purpose?: string;
  media_type?: string;
  size?: number;
}

export interface IoddComparison {
  areas?: AreaChanges1[];
  consequences?: Consequence[];
  from?: Compared1;
  identical?: boolean;
  to?: Compared1;
}

export interface IoddComparisons {
  comparisons?: IoddComparison[];
}

export interface IoddEntry {
  checksum?: string;
  device_family?: string;
  device_id?: number;
  document_version?: string;
  file_name?: string;
  finding_count?: number;
  id?: number;
  import_date?: Instant;
  iodd_version?: string;
  manufacturer?: string;
  parameter_count?: number;
  product_name?: string;
  release_date?: LocalDate;
  vendor_id?: number;
}

export interface IoddUploadResult {
  device_id?: number;
  devices?: UploadedDevice[];
  message?: string;
  parameters_count?: number;
  product_name?: string;
  results?: ImportedFile[];
  total_count?: number;
  vendor?: string;
}

export interface IoddWhole {
  additional_device_ids?: number[];
  checksum?: string;
  communication?: CommunicationView[];
  device_family?: string;
  device_id?: number;
  device_name?: string;
  document_info?: DocumentView;
  document_version?: string;
  errors?: ErrorView[];
  events?: EventView1[];
  features?: FeaturesView;
  file_name?: string;
  finding_count?: number;
  id?: number;
  import_date?: Instant;
  iodd_version?: string;
  languages?: string[];
  manufacturer?: string;
  menus?: MenusView;
  parameter_count?: number;
  parameters?: ParameterView1[];
  process_data?: ProcessDataView[];
  product_name?: string;
  product_names?: Record<string, string>;
  release_date?: LocalDate;
  variants?: VariantView[];
  vendor_id?: number;
  vendor_logo?: string;
  vendor_text?: string;
  vendor_url?: string;
}

export type JobSource = 'upload' | 'folder';

export type JobState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed' | 'interrupted';

export interface KeptParameterSet {
  created_at?: Instant;
  created_by?: string;
  device_id?: string;
  device_type_id?: number;
  id?: number;
  kind?: string;
  name?: string;
  notes?: string;
  product_name?: string;
  source?: KeptSetSource;
  values?: number;
  vendor_id?: number;
  vendor_name?: string;
}

export type KeptSetSource = 'as_found' | 'imported';

export type Kind = 'class' | 'instance' | 'member' | 'connection_point' | 'attribute' | 'key' | 'service' | 'port' | 'network' | 'symbol' | 'data';

export type Kind1 = 'key' | 'token' | 'local';

export interface LanguagesView {
  languages?: string[];
  primary_language?: string;
  text_data?: Record<string, Record<string, string>>;
}

export interface LayoutCondition {
  subindex?: number;
  value?: number;
  variable?: string;
}

export interface LayoutField {
  bit_length?: number;
  bit_offset?: number;
  element?: number;
  encoding?: string;
  key?: string;
  labels?: LayoutLabel[];
  name?: string;
  ranges?: LayoutRange[];
  scalings?: LayoutScaling[];
  shown?: boolean;
  specials?: LayoutSpecial[];
  subindex?: number;
  type?: string;
}

export interface LayoutFrame {
  bit_length?: number;
  byte_order?: string;
  fields?: LayoutField[];
  id?: string;
  name?: string;
  when?: LayoutCondition[];
}

export interface LayoutLabel {
  text?: string;
  value?: number;
}

export interface LayoutParameter {
  default?: number;
  index?: number;
  name?: string;
  subindex?: number;
  variable?: string;
}

export interface LayoutRange {
  lower?: number;
  name?: string;
  upper?: number;
}

export interface LayoutScaling {
  display_format?: string;
  gradient?: number;
  offset?: number;
  source?: string;
  unit?: string;
  unit_code?: number;
  when?: LayoutCondition[];
}

export interface LayoutSpecial {
  status?: string;
  text?: string;
  value?: number;
}

export interface LeafMeta {
  source?: string;
  timestamp?: number;
  version?: number;
}

export interface LeftOutValue {
  code?: string;
  name?: string;
  parameter_id?: string;
  reason?: string;
  subindex?: number;
}

export type LocalDate = string;

export type LocalTime = string;

export interface MSequenceView {
  isdu_supported?: boolean;
  operate_code?: number;
  preoperate_code?: number;
}

export interface Mapping {
  description?: string;
  device?: string;
  enabled?: boolean;
  events?: string;
  for_each?: string;
  format?: Format;
  id?: number;
  name?: string;
  process_data?: string;
  registration?: string;
  state?: string;
  time?: string;
  topics?: string[];
  updated_at?: Instant;
  updated_by?: string;
  values?: string;
  version?: number;
  when?: string;
  zone?: string;
}

export interface MappingRequest {
  description?: string;
  device: string;
  enabled?: boolean;
  events?: string;
  for_each?: string;
  format?: Format;
  name: string;
  process_data?: string;
  registration?: string;
  state?: string;
  time?: string;
  topics: string[];
  values?: string;
  when?: string;
  zone?: string;
}

export interface MappingTrial {
  errors?: FieldError[];
  items?: MappingTrialItem[];
  matches?: boolean;
  micros?: number;
}

export interface MappingTrialEvent {
  code?: number;
  mode?: string;
  timestamp?: Instant;
  type?: string;
}

export interface MappingTrialItem {
  connected?: boolean;
  device_id?: string;
  events?: MappingTrialEvent[];
  process_data_in?: string;
  registration?: Record<string, unknown>;
  timestamp?: Instant;
  values?: MappingTrialValue[];
}

export interface MappingTrialRequest {
  base64?: string;
  mapping: MappingRequest;
  message?: unknown;
  topic: string;
}

export interface MappingTrialValue {
  parameter?: string;
  timestamp?: Instant;
  unit?: string;
  value?: unknown;
}

export interface Master {
  address?: string;
  created_at?: Instant;
  created_by?: string;
  devices?: number;
  enabled?: boolean;
  error?: string;
  has_password?: boolean;
  id?: string;
  identity?: MasterIdentity;
  interval?: string;
  kind?: MasterKind;
  last_contact?: Instant;
  location?: string;
  name?: string;
  notes?: string;
  ports?: number;
  read_ms?: number;
  since?: Instant;
  state?: MasterState;
  updated_at?: Instant;
  updated_by?: string;
  username?: string;
  verify_certificate?: boolean;
}

export interface MasterIdentity {
  firmware?: string;
  hardware?: string;
  product?: string;
  serial?: string;
  vendor?: string;
}

export type MasterKind = 'ifm_http' | 'ifm_mqtt' | 'json_io_link' | 'ice2' | 'json_io_link_mqtt';

export interface MasterPlace {
  id?: string;
  port?: number;
}

export interface MasterPort {
  cycle_us?: number;
  description_id?: number;
  description_product?: string;
  device_id?: string;
  device_name?: string;
  invalid?: number;
  iolink_device_id?: number;
  mode?: string;
  port?: number;
  product?: string;
  readings?: number;
  serial?: string;
  since?: Instant;
  vendor_id?: number;
}

export interface MasterPortChange {
  at?: Instant;
  device_after?: string;
  device_before?: string;
}

export interface MasterReport {
  error?: string;
  firmware?: string;
  hardware?: string;
  id: string;
  last_contact?: Instant;
  ports?: PortReport[];
  product?: string;
  read_ms?: number;
  serial?: string;
  state: MasterState;
  vendor?: string;
}

export interface MasterReports {
  epoch?: number;
  masters: MasterReport[];
}

export interface MasterRequest {
  address: string;
  enabled?: boolean;
  id?: string;
  interval?: string;
  kind: MasterKind;
  location?: string;
  name?: string;
  notes?: string;
  password?: string;
  username?: string;
  verify_certificate?: boolean;
}

export type MasterState = 'disabled' | 'waiting' | 'connected' | 'slow' | 'away' | 'refused';

export interface MasterTrial {
  error?: string;
  firmware?: string;
  hardware?: string;
  ports?: TriedPort[];
  product?: string;
  reachable?: boolean;
  serial?: string;
  took_ms?: number;
  vendor?: string;
}

export interface MemberView {
  bits?: number;
  reference?: string;
}

export interface MemberView1 {
  bits?: number;
  line?: number;
  name?: string;
  reference?: string;
  size_parameter?: string;
}

export interface MenuButtonView {
  action_started_message?: string;
  button_value?: string;
  description?: string;
  menu_id?: string;
  subindex?: number;
  variable_id?: string;
}

export interface MenuItemView {
  access_right_restriction?: string;
  access_rights?: string;
  bit_length?: number;
  button_value?: string;
  buttons?: ButtonView[];
  condition?: ConditionView;
  data_type?: string;
  default_value?: string;
  display_format?: string;
  enumeration_values?: Record<string, string>;
  gradient?: number;
  index?: number;
  max_value?: string;
  menu_ref?: string;
  min_value?: string;
  offset?: number;
  parameter_description?: string;
  parameter_name?: string;
  ranges?: RangeView[];
  record_item_ref?: string;
  single_values?: SingleValueView[];
  subindex?: number;
  type?: string;
  unit?: string;
  unit_code?: number;
  variable_id?: string;
}

export interface MenuView {
  items?: MenuItemView[];
  menu_id?: string;
  name?: string;
}

export interface MenusView {
  menus?: MenuView[];
  role_sets?: RoleView[];
}

export interface Message {
  message?: string;
}

export interface MessageFlow {
  connected?: boolean;
  dead_lettered?: number;
  detail?: string;
  in_flight?: number;
  instance?: string;
  oldest_ms?: number;
  paused?: boolean;
  received?: number;
  service?: string;
  written?: number;
}

export interface Metadata {
  desired?: Record<string, LeafMeta>;
  reported?: Record<string, LeafMeta>;
}

export interface MissingDescription {
  device_id?: number;
  devices?: number;
  examples?: string[];
  kind?: string;
  product_ids?: string[];
  since?: Instant;
  vendor_id?: number;
}

export interface MissingFetch {
  code?: string;
  detail?: string;
  device_id?: number;
  devices?: number;
  next_try_at?: Instant;
  state?: FetchState;
  tried_at?: Instant;
  tries?: number;
  vendor_id?: number;
}

export type Mode = 'appears' | 'disappears' | 'singleshot';

export type Mode1 = 'keys' | 'open';

export interface Modular {
  racks?: Rack[];
  slot_display_rule?: string;
  slots_in_rack?: number;
  width?: number;
}

export interface ModulesView {
  modular?: Modular;
  modules?: EdsModule[];
  total_count?: number;
}

export interface NamespaceStats {
  bypasses?: number;
  bytes?: number;
  evictions?: number;
  hits?: number;
  loads?: number;
  longest_load_ms?: number;
  mean_load_ms?: number;
  misses?: number;
  ratio?: number;
  refused?: number;
  shared?: number;
  tag_versions?: Record<string, string>;
  ttl_seconds?: number;
}

export interface NetworkView {
  cip_security?: ObjectView;
  dlr_config?: ObjectView;
  ethernet_link?: ObjectView;
  file_metadata?: FileInfo;
  lldp_management?: ObjectView;
  object_metadata?: ObjectView[];
  qos_config?: ObjectView;
  tcpip_interface?: ObjectView;
}

export interface NodeKind {
  count?: number;
  name?: string;
  reproduced?: number;
  typed?: number;
}

export interface NotRepresented {
  kind?: string;
  line?: number;
  nodes?: number;
  path?: string;
}

export interface NoteAttachment {
  byte_size?: number;
  created_at?: Instant;
  created_by?: string;
  id?: number;
  media_type?: string;
  name?: string;
  sha256?: string;
}

export interface NoteComment {
  created_at?: Instant;
  created_by?: string;
  id?: number;
  text?: string;
}

export interface NoteDetail {
  attachments?: NoteAttachment[];
  comments?: NoteComment[];
  note?: NoteView;
}

export interface NotePatch {
  category?: string;
  priority?: NotePriority;
  reference?: string;
  status?: NoteStatus;
  text?: string;
  title?: string;
}

export type NotePriority = 'low' | 'medium' | 'high' | 'critical';

export interface NoteRequest {
  category?: string;
  description_id?: number;
  priority?: NotePriority;
  reference?: string;
  status?: NoteStatus;
  text: string;
  title: string;
}

export type NoteStatus = 'open' | 'in_progress' | 'resolved' | 'closed' | 'wont_fix';

export interface NoteView {
  attachment_count?: number;
  category?: string;
  comment_count?: number;
  created_at?: Instant;
  created_by?: string;
  description_id?: number;
  device_id?: number;
  id?: number;
  kind?: string;
  priority?: NotePriority;
  product_name?: string;
  reference?: string;
  status?: NoteStatus;
  text?: string;
  title?: string;
  updated_at?: Instant;
  updated_by?: string;
  vendor_id?: number;
  vendor_name?: string;
}

export type NoticeReason = 'raised' | 'cleared' | 'acknowledged' | 'repeated';

export type NoticeState = 'pending' | 'sent' | 'failed' | 'dropped';

export interface ObjectView {
  additional_attributes?: Record<string, string[]>;
  class_attributes?: string[];
  class_services?: string[];
  instance_attributes?: string[];
  instance_services?: string[];
  line?: number;
  max_inst?: number;
  max_number_of_dynamic_instances?: number;
  number_of_static_instances?: number;
  object_class_code?: number;
  object_name?: string;
  revision?: number;
  section?: string;
}

export interface OidcConfig {
  audience?: string;
  client_id?: string;
  code_challenge_method?: string;
  enabled?: boolean;
  issuer?: string;
  scopes?: string[];
}

export type OrphanKind = 'eds_packages' | 'notes' | 'search_parts' | 'search_texts';

export interface Orphans {
  count?: number;
  kind?: OrphanKind;
}

export interface Outcome {
  code?: string;
  detail?: string;
  status?: string;
}

export interface Outcome1 {
  status?: string;
}

export interface Outcomes {
  results?: Outcome[];
}

export interface OutputView {
  counters?: Record<string, number>;
  detail?: string;
  instance?: string;
  name?: string;
  on?: boolean;
  service?: string;
  settings?: Record<string, string>;
  target?: string;
}

export interface Overview {
  catalog?: Catalog;
  database?: Database;
  dead_letters?: Record<string, number>;
  descriptions_by_vendor?: Record<string, Record<string, number>>;
  devices?: number;
  import_jobs?: Record<string, number>;
  services?: ServiceVersion[];
  storage?: Storage;
  timestamp?: Instant;
  version?: string;
}

export interface PackedEds {
  catalog_number?: string;
  file_path?: string;
  id?: number;
  is_latest_version?: boolean;
  major_revision?: number;
  minor_revision?: number;
  product_code?: number;
  product_name?: string;
  variant_type?: string;
  vendor_code?: number;
  version_folder?: string;
}

export interface ParameterError {
  code?: string;
  field?: string;
  message?: string;
}

export interface ParameterScaling {
  base?: number;
  base_link?: number;
  decimal_places?: number;
  divisor?: number;
  divisor_link?: number;
  multiplier?: number;
  multiplier_link?: number;
  offset?: number;
  offset_link?: number;
}

export interface ParameterSet {
  description_id?: number;
  device_id?: string;
  device_type_id?: number;
  format?: string;
  kind?: string;
  made_at?: Instant;
  parameters?: SetValue[];
  product_name?: string;
  vendor_id?: number;
  vendor_name?: string;
}

export interface ParameterSetComparison {
  against?: string;
  differing?: number;
  id?: number;
  values?: ComparedValue[];
}

export interface ParameterSetRestoration {
  device_id?: string;
  left_out?: LeftOutValue[];
  read_only?: number;
  version?: number;
  wanted?: number;
}

export interface ParameterView {
  data_size?: number;
  data_type?: string;
  data_type_code?: number;
  default_value?: string;
  descriptor?: number;
  descriptor_flags?: Descriptor[];
  enumeration_values?: Record<string, string>;
  gradient?: number;
  help?: string;
  help_texts?: IntlText[];
  line?: number;
  link_path?: string;
  link_path_size?: number;
  max_value?: string;
  min_value?: string;
  names?: IntlText[];
  offset?: number;
  param_name?: string;
  param_number?: number;
  read_only?: boolean;
  scaling?: ParameterScaling;
  unit_texts?: IntlText[];
  units?: string;
}

export interface ParameterView1 {
  access_rights?: string;
  bit_length?: number;
  data_type?: string;
  default_value?: string;
  description?: string;
  display_format?: string;
  dynamic?: boolean;
  element?: string;
  enumeration_values?: Record<string, string>;
  excluded_from_data_storage?: boolean;
  gradient?: number;
  index?: number;
  max_value?: string;
  min_value?: string;
  modifies_other_variables?: boolean;
  name?: string;
  offset?: number;
  ranges?: RangeView[];
  record_items?: RecordItemView[];
  single_values?: SingleValueView[];
  standard?: boolean;
  type?: TypeView;
  unit?: string;
  unit_code?: number;
  value_range_name?: string;
  variable_id?: string;
}

export interface PartView {
  format?: string;
  size?: SizeRange;
}

export interface Path {
  hex?: string;
  needed?: string[];
  parameters?: PathParameter[];
  segments?: PathSegment[];
  text?: string;
  with_configuration?: string;
}

export interface PathParameter {
  name?: string;
  parameter?: string;
  value?: SizeRange;
}

export interface PathSegment {
  kind?: Kind;
  text?: string;
  value?: number;
}

export interface PayloadView {
  base64?: string;
  hex?: string;
  text?: string;
}

export interface PdConditionView {
  condition_subindex?: number;
  condition_value?: number;
  condition_value_name?: string;
  condition_variable_id?: string;
  condition_variable_name?: string;
  direction?: string;
  name?: string;
  pd_id?: string;
}

export interface Pipeline {
  services?: MessageFlow[];
  timestamp?: Instant;
}

export interface Platform {
  description?: string;
  id?: string;
  name?: string;
  supported?: boolean;
}

export interface Platforms {
  platforms?: Platform[];
}

export interface Point {
  count?: number;
  label?: string;
  max?: number;
  min?: number;
  states?: Record<string, number>;
  status?: string;
  timestamp?: Instant;
  value?: number;
}

export interface Pool {
  acquired?: number;
  checked_out?: number;
  idle?: number;
  longest_wait_ms?: number;
  mean_wait_ms?: number;
  most_checked_out?: number;
  overflow?: number;
  pool_type?: string;
  queue_size?: number;
  recycle?: number;
  size?: number;
  timeout?: number;
}

export interface PortParameter {
  param_name?: string;
  param_number?: number;
  port_name?: string;
}

export interface PortReport {
  cycle_us?: number;
  device_id?: string;
  invalid?: number;
  iolink_device_id?: number;
  mode: string;
  port?: number;
  product?: string;
  readings?: number;
  serial?: string;
  vendor_id?: number;
}

export interface PortView {
  number?: number;
  path?: string;
  port_name?: string;
  port_number?: number;
  port_type?: string;
}

export interface PortsView {
  explicit_port_count?: number;
  explicit_ports?: EdsPort[];
  has_port_data?: boolean;
  inferred_port_count?: number;
  inferred_ports?: InferredPort[];
  port_parameter_count?: number;
  port_parameters?: PortParameter[];
  total_assemblies?: number;
  total_parameters?: number;
}

export type Priority = 'low' | 'high' | 'scheduled' | 'urgent';

export interface Problem {
  code: string;
  detail?: string;
  errors?: FieldError[];
  instance?: string;
  request_id?: string;
  status: number;
  title: string;
  trace_id?: string;
  type: string;
}

export interface ProcessDataLayout {
  in?: LayoutFrame[];
  kind?: string;
  layout_id?: string;
  out?: LayoutFrame[];
  parameters?: LayoutParameter[];
  product?: string;
  version?: number;
}

export interface ProcessDataView {
  bit_length?: number;
  condition?: ConditionView;
  data_type?: string;
  direction?: string;
  display_format?: string;
  gradient?: number;
  name?: string;
  offset?: number;
  pd_id?: string;
  process_data_id?: string;
  ranges?: RangeView[];
  record_items?: RecordItemView[];
  single_values?: SingleValueView[];
  type?: TypeView;
  unit?: string;
  unit_code?: number;
}

export interface PublishRequest {
  base64?: string;
  message?: unknown;
  qos?: number;
  retain?: boolean;
  topic: string;
}

export interface Published {
  id?: UUID;
  qos?: number;
  retain?: boolean;
  state?: string;
  timestamp?: Instant;
  topic?: string;
}

export interface Rack {
  number?: number;
  product_code?: number;
  product_type?: number;
  revision?: EdsRevision;
  slots?: number[];
  vendor_code?: number;
}

export interface RangeView {
  max_value?: string;
  min_value?: string;
  name?: string;
}

export interface ReadyMapping {
  description?: string;
  device?: string;
  events?: string;
  for_each?: string;
  format?: Format;
  name?: string;
  process_data?: string;
  registration?: string;
  state?: string;
  time?: string;
  topics?: string[];
  values?: string;
  when?: string;
  zone?: string;
}

export type RealTimeFormat = 'modeless' | 'zero_length' | 'reserved' | 'heartbeat' | 'run_idle_header' | 'safety';

export interface RecipeView {
  recipe?: ConnectionRecipe;
  snippets?: Snippets;
}

export interface RecordItemView {
  access_rights?: string;
  bit_length?: number;
  bit_offset?: number;
  data_type?: string;
  datatype_ref?: string;
  default_value?: string;
  description?: string;
  display_format?: string;
  encoding?: string;
  excluded_from_data_storage?: boolean;
  fixed_length?: number;
  gradient?: number;
  modifies_other_variables?: boolean;
  name?: string;
  offset?: number;
  ranges?: RangeView[];
  single_values?: SingleValueView[];
  subindex?: number;
  unit?: string;
  unit_code?: number;
}

export interface RedecodeRequest {
  description_id?: number;
  device_id?: string;
  from?: Instant;
  to?: Instant;
}

export interface RedecodeView {
  dead_lettered?: number;
  detail?: string;
  devices?: number;
  devices_read?: number;
  id?: string;
  queued?: number;
  state?: State1;
  written?: number;
}

export interface Rejection {
  code?: string;
  reason?: string;
  timestamp?: number;
  version?: number;
}

export interface ReleaseView {
  automatic_count?: number;
  checksum?: string;
  device_count?: number;
  devices?: string[];
  document_version?: string;
  file_name?: string;
  format_version?: string;
  id?: number;
  import_date?: Instant;
  newest?: boolean;
  product_name?: string;
  release_date?: LocalDate;
  revision?: string;
  variant_of?: number;
}

export interface RemovalRequest {
  kinds: OrphanKind[];
}

export interface ReplayView {
  cut?: number;
  dead_lettered?: number;
  finished?: boolean;
  gone?: number;
  id?: string;
  more?: boolean;
  queued?: number;
  written?: number;
}

export interface ReportBatch {
  reports: DeviceReport[];
}

export interface ReportOutcome {
  code?: string;
  detail?: string;
  status?: string;
}

export interface ReportOutcomes {
  results?: ReportOutcome[];
}

export interface ReportedEvent {
  clock_ahead_ms?: number;
  code?: number;
  device_id: string;
  duplicate?: boolean;
  from_device?: boolean;
  mode: Mode;
  received_at: Instant;
  timestamp: Instant;
  type?: Type;
}

export interface ReportedFinding {
  code?: string;
  file?: string;
  line?: number;
  message?: string;
  path?: string;
  severity?: string;
}

export interface RereadJob {
  done?: number;
  finished_at?: Instant;
  id?: number;
  refused?: number;
  requested_at?: Instant;
  requested_by?: string;
  state?: State;
  total?: number;
}

export interface Response {
  answered_at: Instant;
  device_id: string;
  payload?: unknown;
}

export interface RestoreRequest {
  device_id: string;
  other_type?: boolean;
}

export interface Retention {
  alarms?: number;
  audit?: number;
  commands?: number;
  events?: number;
}

export interface RoleView {
  diagnosis_menu?: string;
  identification_menu?: string;
  observation_menu?: string;
  parameter_menu?: string;
  role_type?: string;
}

export interface RotateKeyRequest {
  expires_at?: Instant;
  overlap?: string;
}

export interface SaveRequest {
  name?: string;
  notes?: string;
}

export type Scope = 'viewer' | 'operator' | 'admin';

export interface Score {
  percent?: number;
  reproduced?: number;
  total?: number;
}

export interface SearchAnswer {
  assemblies?: SearchHit[];
  connections?: SearchHit[];
  corrected?: string;
  devices?: DeviceHit[];
  eds_devices?: DescriptionHit[];
  enums?: SearchHit[];
  errors?: SearchHit[];
  events?: SearchHit[];
  facets?: SearchFacets;
  has_more?: boolean;
  iodd_devices?: DescriptionHit[];
  menus?: SearchHit[];
  more?: string[];
  other_descriptions?: DescriptionHit[];
  parameters?: SearchHit[];
  process_data?: SearchHit[];
  query?: string;
  total_results?: number;
}

export interface SearchFacets {
  complete?: boolean;
  descriptions?: number;
  feature?: FacetCount[];
  kind?: FacetCount[];
  revision?: FacetCount[];
  vendor?: FacetCount[];
}

export interface SearchFound {
  field?: string;
  language?: string;
  marks?: SearchMark[];
  text?: string;
}

export interface SearchHit {
  access_rights?: string;
  code?: number;
  data_type?: string;
  default_value?: string;
  description?: string;
  device_id?: number;
  device_name?: string;
  device_product_code?: number;
  device_type?: string;
  device_vendor?: string;
  found?: SearchFound;
  help_string?: string;
  id?: number;
  item?: string;
  match?: string;
  max_value?: string;
  min_value?: string;
  param_name?: string;
  param_number?: number;
  subindex?: number;
  tab?: string;
  title?: string;
  title_marks?: SearchMark[];
  type?: string;
  units?: string;
  values?: Record<string, string>;
}

export interface SearchMark {
  end?: number;
  start?: number;
}

export interface SectionView {
  entries?: EntryView[];
  line?: number;
  name?: string;
}

export interface SelectionRequest {
  all?: boolean;
  filter?: DeadLetterFilter;
  ids?: string[];
  limit?: number;
}

export interface Series {
  device_id?: string;
  parameter?: string;
  points?: Point[];
  unit?: string;
}

export interface ServerStats {
  bytes?: number;
  connected?: boolean;
  enabled?: boolean;
  keyspace_hits?: number;
  keyspace_misses?: number;
  local_entries?: number;
  max_bytes?: number;
  total_commands_processed?: number;
  used_memory_human?: string;
}

export interface ServiceVersion {
  instance?: string;
  service?: string;
  status?: string;
  version?: string;
}

export interface Session {
  client_id?: string;
  last_seen?: Instant;
  service?: string;
  state?: string;
}

export interface SetValue {
  access_rights?: string;
  data_type?: string;
  default_value?: string;
  desired_value?: unknown;
  index?: number;
  item?: string;
  name?: string;
  parameter_id?: string;
  reported_value?: unknown;
  source?: string;
  subindex?: number;
  unit?: string;
  value?: unknown;
}

export type Severity = 'info' | 'warn' | 'error';

export interface ShadowChangeView {
  changed_at?: Instant;
  patch?: Record<string, unknown>;
  source?: string;
  version?: number;
}

export interface ShadowFill {
  ended_at?: Instant;
  error?: string;
  read?: number;
  refused?: unknown;
  started_at?: Instant;
  started_by?: string;
  state?: TwinFillState;
  total?: number;
}

export interface ShadowView {
  created_at?: Instant;
  delta?: unknown;
  desired?: unknown;
  device_id?: string;
  metadata?: Metadata;
  rejected?: Record<string, Rejection>;
  reported?: unknown;
  updated_at?: Instant;
  version?: number;
}

export interface ShelfRequest {
  comment?: string;
  duration?: string;
}

export interface SideView {
  fixed_size?: boolean;
  format?: string;
  priorities?: Priority[];
  real_time_format?: RealTimeFormat;
  rpi?: SizeRange;
  size?: SizeRange;
  types?: ConnectionType[];
  variable_size?: boolean;
}

export interface Simulation {
  description_id?: number;
  device_id?: string;
  events?: boolean;
  fields?: SimulationField[];
  instead?: Record<string, unknown>;
  instead_until?: Instant;
  interval_ms?: number;
  name?: string;
  parameters?: Record<string, number>;
  started_at?: Instant;
  started_by?: string;
}

export interface SimulationEventRequest {
  code: number;
  mode?: string;
  type?: string;
}

export interface SimulationField {
  key?: string;
  labels?: string[];
  specials?: string[];
  unit?: string;
}

export interface SimulationRequest {
  description_id: number;
  device_id?: string;
  events?: boolean;
  interval_ms?: number;
  name?: string;
  parameters?: Record<string, number>;
}

export interface SimulationShowRequest {
  seconds?: number;
  values: Record<string, unknown>;
}

export interface SingleValueView {
  name?: string;
  value?: string;
}

export interface SizeRange {
  default_value?: number;
  maximum?: number;
  minimum?: number;
  none?: boolean;
  parameter?: string;
}

export interface Snippets {
  node_red?: unknown[];
  pycomm3?: string;
}

export interface SourceDriver {
  device_id?: number;
  io_link_revision?: string;
  iodd_id?: number;
  product_id?: string;
  product_name?: string;
  status?: string;
  uploaded_at?: Instant;
  vendor_id?: number;
  vendor_name?: string;
  version?: string;
}

export interface SourceStatus {
  address?: string;
  automatic?: boolean;
  enabled?: boolean;
}

export interface StampReport {
  checker_name?: string;
  checker_version?: string;
  computed?: number;
  line?: number;
  message?: string;
  stamped?: number;
  verdict?: string;
}

export type State = 'running' | 'done';

export type State1 = 'waiting' | 'reading' | 'decoding' | 'finished' | 'failed';

export interface Stats {
  adapters_by_platform?: Record<string, number>;
  registered_devices?: number;
  supported_platforms?: string[];
  total_devices?: number;
  total_eds_files?: number;
  total_eds_packages?: number;
  total_eds_parameters?: number;
  total_generated_adapters?: number;
  total_parameters?: number;
  unique_eds_devices?: number;
}

export interface Storage {
  bytes?: number;
  free_bytes?: number;
}

export interface Suggestion {
  text?: string;
  type?: string;
}

export interface SuggestionList {
  query?: string;
  suggestions?: Suggestion[];
}

export interface Summary {
  error_count?: number;
  fatal_count?: number;
  has_issues?: boolean;
  info_count?: number;
  product_name?: string;
  total_diagnostics?: number;
  warn_count?: number;
}

export interface SummaryView {
  oldest?: Instant;
  reasons?: Record<string, number>;
  replays_waiting?: number;
  service?: string;
  total?: number;
}

export type TableFormat = 'json' | 'csv' | 'xlsx';

export interface TableSize {
  bytes?: number;
  name?: string;
  rows_estimated?: number;
}

export interface TakenReports {
  taken?: number;
}

export interface Target {
  electronic_key?: string;
  major_revision?: number;
  minor_revision?: number;
  product_code?: number;
  product_name?: string;
  product_type?: number;
  vendor_code?: number;
}

export interface TestConfigView {
  config_type?: string;
  event_triggers?: TriggerView[];
  param_index?: number;
  test_value?: string;
}

export type TimeSource = 'arrival' | 'device' | 'retained';

export interface TrafficView {
  data_size?: number;
  direction?: string;
  rate?: number;
  tspec_name?: string;
}

export interface Transport {
  application_type?: ApplicationType;
  class_and_trigger?: number;
  service?: number;
  transport_class?: number;
  transport_classes?: number[];
  triggers?: Trigger[];
}

export interface TransportView {
  application_type?: ApplicationType;
  server?: boolean;
  transport_classes?: number[];
  triggers?: Trigger[];
}

export interface TriedPort {
  iolink_device_id?: number;
  mode?: string;
  port?: number;
  product?: string;
  serial?: string;
  vendor_id?: number;
}

export type Trigger = 'cyclic' | 'change_of_state' | 'application';

export interface TriggerView {
  appear_value?: number;
  disappear_value?: number;
}

export interface TrustReport {
  files?: FileReport[];
  finding_counts?: Record<string, number>;
  findings?: ReportedFinding[];
  iodd_version?: string;
  score?: Score;
  stamp?: StampReport;
}

export type TwinFillState = 'running' | 'done' | 'failed';

export type Type = 'notification' | 'warning' | 'error';

export interface TypeView {
  bit_length?: number;
  count?: number;
  data_type?: string;
  element_type?: TypeView;
  encoding?: string;
  fixed_length?: number;
  ranges?: RangeView[];
  record_items?: RecordItemView[];
  single_values?: SingleValueView[];
  subindex_access_supported?: boolean;
}

export type UUID = string;

export interface UiInfoView {
  direction?: string;
  display_format?: string;
  gradient?: number;
  offset?: number;
  pd_id?: string;
  record_item_name?: string;
  subindex?: number;
  unit?: string;
  unit_code?: number;
}

export interface UploadedDevice {
  device_id?: number;
  parameters_count?: number;
  product_name?: string;
  vendor?: string;
}

export interface UseView {
  connection_name?: string;
  connection_number?: number;
  direction?: string;
}

export interface ValidateValue {
  for_writing?: boolean;
  scaled?: boolean;
  unit_code?: number;
  value?: unknown;
}

export interface ValidateValues {
  for_writing?: boolean;
  values?: unknown;
}

export interface Validation {
  errors?: ParameterError[];
  valid?: boolean;
}

export interface ValueView {
  is_default?: boolean;
  text?: string;
  value?: number;
}

export interface VariantView {
  device_symbol?: string;
  firmware_revision?: string;
  hardware_revision?: string;
  product_variant_id?: string;
  product_variant_image?: string;
  product_variant_name?: string;
  product_variant_text?: string;
}

export interface WireView {
  wire_color?: string;
  wire_description?: string;
  wire_function?: string;
  wire_number?: number;
}

export interface WirelessView {
  bridge?: boolean;
  default_slot_type?: string;
  low_power_device?: boolean;
  max_tx_power?: number;
  min_cycle_time_in?: number;
  min_cycle_time_out?: number;
  revision?: string;
}

export interface XmlDocument {
  file_name?: string;
  xml_content?: string;
}

/** What each operation answers. */
export interface Answers {
  'GET /api/admin/maintenance/orphans': Orphans[];
  'POST /api/admin/maintenance/orphans/remove': Orphans[];
  'GET /api/admin/maintenance/rereads': RereadJob[];
  'POST /api/admin/maintenance/rereads': RereadJob;
  'GET /api/admin/maintenance/rereads/{id}': RereadJob;
  'GET /api/admin/overview': Overview;
  'GET /api/alarm-channels': AlarmChannel[];
  'POST /api/alarm-channels': AlarmChannel;
  'GET /api/alarm-channels/{id}': AlarmChannel;
  'PUT /api/alarm-channels/{id}': AlarmChannel;
  'DELETE /api/alarm-channels/{id}': unknown;
  'GET /api/alarm-channels/{id}/notices': AlarmNotice[];
  'POST /api/alarm-channels/{id}/secret': AlarmChannel;
  'POST /api/alarm-channels/{id}/test': unknown;
  'GET /api/alarm-rules': AlarmRule[];
  'POST /api/alarm-rules': AlarmRule;
  'GET /api/alarm-rules/{id}': AlarmRule;
  'PUT /api/alarm-rules/{id}': AlarmRule;
  'DELETE /api/alarm-rules/{id}': unknown;
  'GET /api/alarms': Alarm[];
  'POST /api/alarms/acknowledge': Alarm[];
  'GET /api/alarms/export': unknown;
  'GET /api/alarms/stream': unknown;
  'GET /api/alarms/summary': AlarmSummary;
  'GET /api/alarms/{id}': AlarmDetail;
  'POST /api/alarms/{id}/acknowledge': Alarm;
  'POST /api/alarms/{id}/comments': Alarm;
  'POST /api/alarms/{id}/shelve': Alarm;
  'POST /api/alarms/{id}/unshelve': Alarm;
  'GET /api/audit': AuditEntry[];
  'GET /api/audit/export': unknown;
  'GET /api/auth/config': AuthConfig;
  'GET /api/auth/me': AuthMe;
  'GET /api/branding': BrandingView;
  'PUT /api/branding': BrandingView;
  'DELETE /api/branding': BrandingView;
  'GET /api/branding/logo': unknown;
  'PUT /api/branding/logo': BrandingView;
  'DELETE /api/branding/logo': BrandingView;
  'GET /api/breakers': BreakerView[];
  'POST /api/breakers/{name}/reset': BreakerView;
  'POST /api/breakers/{service}/{name}/reset': BreakerView[];
  'POST /api/cache/clear': Cleared;
  'GET /api/cache/stats': CacheStats;
  'POST /api/commands/responses': Outcomes;
  'GET /api/config-export/batch/json': Batch;
  'GET /api/config-export/{kind}/{id}/csv': unknown;
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
  'GET /api/descriptions/export/{content}': unknown;
  'GET /api/descriptions/{id}': DescriptionSummary;
  'DELETE /api/descriptions/{id}': unknown;
  'POST /api/descriptions/{id}/decode': DecodedProcessData;
  'POST /api/descriptions/{id}/encode': DecodedProcessData;
  'GET /api/descriptions/{id}/export/{content}': unknown;
  'GET /api/descriptions/{id}/findings': FindingView[];
  'GET /api/descriptions/{id}/generated/{generator}': unknown;
  'GET /api/descriptions/{id}/notes': NoteView[];
  'POST /api/descriptions/{id}/notes': NoteView;
  'GET /api/descriptions/{id}/parameter-set': unknown;
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
  'GET /api/devices/{id}/events/export': unknown;
  'GET /api/devices/{id}/generated/{generator}': unknown;
  'GET /api/devices/{id}/parameter-set': unknown;
  'POST /api/devices/{id}/parameter-sets': KeptParameterSet;
  'GET /api/devices/{id}/shadow': ShadowView;
  'PUT /api/devices/{id}/shadow': ShadowView;
  'PATCH /api/devices/{id}/shadow': ShadowView;
  'DELETE /api/devices/{id}/shadow': unknown;
  'GET /api/devices/{id}/shadow/delta': unknown;
  'GET /api/devices/{id}/shadow/desired': unknown;
  'PUT /api/devices/{id}/shadow/desired': ShadowView;
  'PATCH /api/devices/{id}/shadow/desired': ShadowView;
  'DELETE /api/devices/{id}/shadow/desired': ShadowView;
  'GET /api/devices/{id}/shadow/fill': ShadowFill;
  'POST /api/devices/{id}/shadow/fill': ShadowFill;
  'GET /api/devices/{id}/shadow/history': ShadowChangeView[];
  'GET /api/devices/{id}/shadow/reported': unknown;
  'PUT /api/devices/{id}/shadow/reported': ShadowView;
  'PATCH /api/devices/{id}/shadow/reported': ShadowView;
  'DELETE /api/devices/{id}/shadow/reported': ShadowView;
  'GET /api/devices/{id}/telemetry/history': History;
  'GET /api/devices/{id}/telemetry/history/export': unknown;
  'GET /api/devices/{id}/telemetry/latest': unknown;
  'GET /api/devices/{id}/telemetry/stream': unknown;
  'GET /api/eds': EdsRow[];
  'POST /api/eds/bulk-delete': BulkDeletion;
  'GET /api/eds/compare': EdsComparisons;
  'GET /api/eds/device/{vendor_code}/{product_code}/revisions': EdsRevision1[];
  'GET /api/eds/grouped/by-device': EdsGroupRow[];
  'GET /api/eds/grouped/by-variant': EdsGroupRow[];
  'POST /api/eds/import': ImportJobView;
  'GET /api/eds/packages': EdsPackageEntry[];
  'GET /api/eds/packages/{id}': EdsPackageDetail;
  'DELETE /api/eds/reset': BulkDeletion;
  'POST /api/eds/upload': EdsUploadResult;
  'POST /api/eds/upload-package': EdsPackageResult;
  'GET /api/eds/{id}': EdsWhole;
  'DELETE /api/eds/{id}': Message;
  'GET /api/eds/{id}/assemblies': AssembliesView;
  'POST /api/eds/{id}/assemblies/{assembly}/decode': DecodedProcessData;
  'POST /api/eds/{id}/assemblies/{assembly}/encode': DecodedProcessData;
  'GET /api/eds/{id}/assemblies/{assembly}/layout': ProcessDataLayout;
  'GET /api/eds/{id}/capacity': CapacityView;
  'GET /api/eds/{id}/connections': ConnectionDetail[];
  'GET /api/eds/{id}/connections/{number}': ConnectionDetail;
  'GET /api/eds/{id}/connections/{number}/recipe': RecipeView;
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
  'GET /api/flows/{id}/export': unknown;
  'GET /api/flows/{id}/generate': FlowView;
  'POST /api/generate/adapter': Adapter;
  'GET /api/generate/platforms': Platforms;
  'GET /api/generate/{id}/{platform}/download': unknown;
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
  'GET /api/iodd-source': SourceStatus;
  'GET /api/iodd-source/drivers': SourceDriver[];
  'POST /api/iodd-source/fetch': ImportedFile[];
  'GET /api/iodd-source/fetched': FetchedDescription[];
  'GET /api/iodd-source/missing': MissingFetch[];
  'DELETE /api/iodd-source/missing': ForgottenFetches;
  'POST /api/iodd/bulk-delete': BulkDeletion;
  'GET /api/iodd/compare': IoddComparisons;
  'POST /api/iodd/import': ImportJobView;
  'DELETE /api/iodd/reset': BulkDeletion;
  'POST /api/iodd/upload': IoddUploadResult;
  'GET /api/iodd/{id}': IoddWhole;
  'DELETE /api/iodd/{id}': Message;
  'GET /api/iodd/{id}/assets': IoddAsset[];
  'GET /api/iodd/{id}/assets/{asset_id}': unknown;
  'GET /api/iodd/{id}/communication': CommunicationPart;
  'GET /api/iodd/{id}/config-schema': ConfigSchema;
  'GET /api/iodd/{id}/custom-datatypes': CustomDatatypeView[];
  'POST /api/iodd/{id}/decode': DecodedProcessData;
  'GET /api/iodd/{id}/documentinfo': DocumentView;
  'POST /api/iodd/{id}/encode': DecodedProcessData;
  'GET /api/iodd/{id}/errors': ErrorView[];
  'GET /api/iodd/{id}/events': EventView1[];
  'GET /api/iodd/{id}/export': unknown;
  'GET /api/iodd/{id}/features': FeaturesView;
  'GET /api/iodd/{id}/languages': LanguagesView;
  'GET /api/iodd/{id}/menu-buttons': MenuButtonView[];
  'GET /api/iodd/{id}/menus': MenusView;
  'GET /api/iodd/{id}/model': unknown;
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
  'GET /api/mappings': Mapping[];
  'POST /api/mappings': Mapping;
  'GET /api/mappings/ready': ReadyMapping[];
  'POST /api/mappings/try': MappingTrial;
  'GET /api/mappings/{id}': Mapping;
  'PUT /api/mappings/{id}': Mapping;
  'DELETE /api/mappings/{id}': unknown;
  'GET /api/mappings/{id}/versions': Mapping[];
  'GET /api/masters': Master[];
  'POST /api/masters': Master;
  'POST /api/masters/reports': TakenReports;
  'POST /api/masters/test': MasterTrial;
  'GET /api/masters/{id}': Master;
  'PUT /api/masters/{id}': Master;
  'DELETE /api/masters/{id}': unknown;
  'GET /api/masters/{id}/ports': MasterPort[];
  'GET /api/masters/{id}/ports/{port}/changes': MasterPortChange[];
  'POST /api/masters/{id}/test': MasterTrial;
  'POST /api/mqtt/publish': Published;
  'POST /api/mqtt/sessions/{client_id}/adopt': Session;
  'GET /api/mqtt/status': unknown;
  'GET /api/mqtt/stream': unknown;
  'GET /api/notes': NoteView[];
  'POST /api/notes': NoteView;
  'GET /api/notes/export': unknown;
  'GET /api/notes/{id}': NoteDetail;
  'PATCH /api/notes/{id}': NoteView;
  'DELETE /api/notes/{id}': unknown;
  'POST /api/notes/{id}/attachments': NoteAttachment;
  'GET /api/notes/{id}/attachments/{attachment}': unknown;
  'DELETE /api/notes/{id}/attachments/{attachment}': unknown;
  'POST /api/notes/{id}/comments': NoteDetail;
  'GET /api/outputs': OutputView[];
  'GET /api/parameter-sets': KeptParameterSet[];
  'POST /api/parameter-sets': KeptParameterSet;
  'GET /api/parameter-sets/{id}': KeptParameterSet;
  'DELETE /api/parameter-sets/{id}': unknown;
  'GET /api/parameter-sets/{id}/comparison': ParameterSetComparison;
  'GET /api/parameter-sets/{id}/file': ParameterSet;
  'POST /api/parameter-sets/{id}/restore': ParameterSetRestoration;
  'GET /api/pipeline': Pipeline;
  'GET /api/retention': Retention;
  'GET /api/search': SearchAnswer;
  'GET /api/search/suggestions': SuggestionList;
  'POST /api/shadows/reports': ReportOutcomes;
  'GET /api/simulations': Simulation[];
  'POST /api/simulations': Simulation;
  'GET /api/simulations/{id}': Simulation;
  'DELETE /api/simulations/{id}': unknown;
  'POST /api/simulations/{id}/events': unknown;
  'POST /api/simulations/{id}/show': Simulation;
  'GET /api/stats': Stats;
  'GET /api/telemetry/history': History;
  'GET /api/telemetry/history/export': unknown;
  'GET /api/telemetry/metrics': unknown;
  'POST /api/telemetry/redecode': RedecodeView;
  'GET /api/telemetry/redecode/{id}': RedecodeView;
}

/** The query parameters that each operation knows. */
export interface Queries {
  'GET /api/admin/maintenance/orphans': never;
  'POST /api/admin/maintenance/orphans/remove': never;
  'GET /api/admin/maintenance/rereads': 'page' | 'size';
  'POST /api/admin/maintenance/rereads': never;
  'GET /api/admin/maintenance/rereads/{id}': never;
  'GET /api/admin/overview': never;
  'GET /api/alarm-channels': 'page' | 'size';
  'POST /api/alarm-channels': never;
  'GET /api/alarm-channels/{id}': never;
  'PUT /api/alarm-channels/{id}': never;
  'DELETE /api/alarm-channels/{id}': never;
  'GET /api/alarm-channels/{id}/notices': 'page' | 'size' | 'state';
  'POST /api/alarm-channels/{id}/secret': never;
  'POST /api/alarm-channels/{id}/test': never;
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
  'GET /api/branding': never;
  'PUT /api/branding': never;
  'DELETE /api/branding': never;
  'GET /api/branding/logo': 'v';
  'PUT /api/branding/logo': never;
  'DELETE /api/branding/logo': never;
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
  'GET /api/descriptions/{id}/notes': 'page' | 'size';
  'POST /api/descriptions/{id}/notes': never;
  'GET /api/descriptions/{id}/parameter-set': 'bom' | 'format' | 'lang' | 'writable';
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
  'GET /api/devices/{id}/parameter-set': 'bom' | 'format' | 'lang' | 'writable';
  'POST /api/devices/{id}/parameter-sets': 'lang';
  'GET /api/devices/{id}/shadow': never;
  'PUT /api/devices/{id}/shadow': never;
  'PATCH /api/devices/{id}/shadow': never;
  'DELETE /api/devices/{id}/shadow': never;
  'GET /api/devices/{id}/shadow/delta': never;
  'GET /api/devices/{id}/shadow/desired': never;
  'PUT /api/devices/{id}/shadow/desired': never;
  'PATCH /api/devices/{id}/shadow/desired': never;
  'DELETE /api/devices/{id}/shadow/desired': never;
  'GET /api/devices/{id}/shadow/fill': never;
  'POST /api/devices/{id}/shadow/fill': never;
  'GET /api/devices/{id}/shadow/history': 'page' | 'size';
  'GET /api/devices/{id}/shadow/reported': never;
  'PUT /api/devices/{id}/shadow/reported': never;
  'PATCH /api/devices/{id}/shadow/reported': never;
  'DELETE /api/devices/{id}/shadow/reported': never;
  'GET /api/devices/{id}/telemetry/history': 'every' | 'from' | 'function' | 'gap' | 'limit' | 'parameter' | 'percentile' | 'points' | 'to';
  'GET /api/devices/{id}/telemetry/history/export': 'bom' | 'every' | 'format' | 'from' | 'function' | 'gap' | 'limit' | 'parameter' | 'percentile' | 'points' | 'to';
  'GET /api/devices/{id}/telemetry/latest': never;
  'GET /api/devices/{id}/telemetry/stream': never;
  'GET /api/eds': 'page' | 'product_code' | 'q' | 'size' | 'sort' | 'vendor_code';
  'POST /api/eds/bulk-delete': never;
  'GET /api/eds/compare': 'ids';
  'GET /api/eds/device/{vendor_code}/{product_code}/revisions': never;
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
  'GET /api/eds/{id}/enums': 'page' | 'size';
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
  'GET /api/eds/{id}/sections': 'page' | 'size';
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
  'GET /api/iodd-source': never;
  'GET /api/iodd-source/drivers': 'device_id' | 'page' | 'product' | 'size' | 'vendor' | 'vendor_id';
  'POST /api/iodd-source/fetch': never;
  'GET /api/iodd-source/fetched': 'description_id';
  'GET /api/iodd-source/missing': 'page' | 'size';
  'DELETE /api/iodd-source/missing': never;
  'POST /api/iodd/bulk-delete': never;
  'GET /api/iodd/compare': 'ids';
  'POST /api/iodd/import': never;
  'DELETE /api/iodd/reset': 'confirm';
  'POST /api/iodd/upload': never;
  'GET /api/iodd/{id}': 'lang';
  'DELETE /api/iodd/{id}': never;
  'GET /api/iodd/{id}/assets': never;
  'GET /api/iodd/{id}/assets/{asset_id}': never;
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
  'GET /api/mappings': 'enabled' | 'page' | 'size';
  'POST /api/mappings': never;
  'GET /api/mappings/ready': never;
  'POST /api/mappings/try': never;
  'GET /api/mappings/{id}': never;
  'PUT /api/mappings/{id}': 'version';
  'DELETE /api/mappings/{id}': never;
  'GET /api/mappings/{id}/versions': never;
  'GET /api/masters': 'page' | 'size';
  'POST /api/masters': never;
  'POST /api/masters/reports': never;
  'POST /api/masters/test': never;
  'GET /api/masters/{id}': never;
  'PUT /api/masters/{id}': never;
  'DELETE /api/masters/{id}': never;
  'GET /api/masters/{id}/ports': never;
  'GET /api/masters/{id}/ports/{port}/changes': 'page' | 'size';
  'POST /api/masters/{id}/test': never;
  'POST /api/mqtt/publish': never;
  'POST /api/mqtt/sessions/{client_id}/adopt': never;
  'GET /api/mqtt/status': never;
  'GET /api/mqtt/stream': 'topic';
  'GET /api/notes': 'category' | 'description_id' | 'kind' | 'page' | 'priority' | 'q' | 'size' | 'status';
  'POST /api/notes': never;
  'GET /api/notes/export': 'bom' | 'category' | 'description_id' | 'format' | 'kind' | 'priority' | 'q' | 'status';
  'GET /api/notes/{id}': never;
  'PATCH /api/notes/{id}': never;
  'DELETE /api/notes/{id}': never;
  'POST /api/notes/{id}/attachments': never;
  'GET /api/notes/{id}/attachments/{attachment}': never;
  'DELETE /api/notes/{id}/attachments/{attachment}': never;
  'POST /api/notes/{id}/comments': never;
  'GET /api/outputs': never;
  'GET /api/parameter-sets': 'device_id' | 'device_type_id' | 'page' | 'q' | 'size' | 'vendor_id';
  'POST /api/parameter-sets': never;
  'GET /api/parameter-sets/{id}': never;
  'DELETE /api/parameter-sets/{id}': never;
  'GET /api/parameter-sets/{id}/comparison': 'device_id' | 'differing' | 'lang' | 'set_id';
  'GET /api/parameter-sets/{id}/file': 'bom' | 'format' | 'writable';
  'POST /api/parameter-sets/{id}/restore': never;
  'GET /api/pipeline': never;
  'GET /api/retention': never;
  'GET /api/search': 'device_type' | 'facets' | 'feature' | 'kind' | 'limit' | 'page' | 'q' | 'revision' | 'type' | 'vendor';
  'GET /api/search/suggestions': 'limit' | 'q';
  'POST /api/shadows/reports': never;
  'GET /api/simulations': never;
  'POST /api/simulations': never;
  'GET /api/simulations/{id}': never;
  'DELETE /api/simulations/{id}': never;
  'POST /api/simulations/{id}/events': never;
  'POST /api/simulations/{id}/show': never;
  'GET /api/stats': never;
  'GET /api/telemetry/history': 'device' | 'every' | 'from' | 'function' | 'gap' | 'limit' | 'parameter' | 'percentile' | 'points' | 'to';
  'GET /api/telemetry/history/export': 'bom' | 'device' | 'every' | 'format' | 'from' | 'function' | 'gap' | 'limit' | 'parameter' | 'percentile' | 'points' | 'to';
  'GET /api/telemetry/metrics': never;
  'POST /api/telemetry/redecode': never;
  'GET /api/telemetry/redecode/{id}': never;
}
