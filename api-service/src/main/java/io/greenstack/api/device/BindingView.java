package io.greenstack.api.device;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The description of a device.
 *
 * @param state whether it can be decoded
 * @param mode how the description is chosen
 * @param descriptionId the bound description
 * @param productName its product
 * @param vendorName its vendor
 * @param connection EDS: the connection that was chosen, absent = the one the file suggests
 * @param assembly EDS: the assembly that was chosen
 * @param parameters device parameter values that conditions refer to, as reported or set; key is the variable id, with
 *        {@code /subindex} behind it for a record item
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BindingView(BindingState state, BindingMode mode, Long descriptionId, String productName,
        String vendorName, Integer connection, String assembly, Map<String, Long> parameters) {}
