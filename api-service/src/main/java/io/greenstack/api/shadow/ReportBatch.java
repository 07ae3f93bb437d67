package io.greenstack.api.shadow;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Reports of any number of devices, those of one device in the order in which it sent them.
 *
 * @param reports 1 to 1,000
 */
public record ReportBatch(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid DeviceReport> reports) {}
