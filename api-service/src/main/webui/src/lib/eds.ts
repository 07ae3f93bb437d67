import type { EdsDetail, IoddDetail, ParameterView } from '../api/types';

/** An EDS in the shape of an IODD, as far as both kinds of description say the same. */
export function asDetail(eds: EdsDetail): IoddDetail {
  return {
    vendor_text: eds.description,
    vendor_url: eds.home_url,
    variants: eds.catalog_number
      ? [{ product_variant_id: eds.catalog_number, product_variant_name: eds.product_type_str }]
      : [],
    parameters: (eds.parameters ?? []).map((each): ParameterView => ({
      variable_id: `Param${each.param_number}`,
      index: each.param_number,
      name: each.param_name,
      description: each.help,
      data_type: each.data_type,
      access_rights: each.read_only ? 'ro' : 'rw',
      default_value: each.default_value,
      min_value: each.min_value,
      max_value: each.max_value,
      unit: each.units,
      enumeration_values: each.enumeration_values,
      standard: false,
    })),
  };
}
