package io.greenstack.descriptions;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A document of which members that are null are left out of JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Sparse {}
