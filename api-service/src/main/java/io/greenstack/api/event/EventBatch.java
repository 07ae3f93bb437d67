package io.greenstack.api.event;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Events of any number of devices, those of one device in the order in which it sent them.
 *
 * @param events 1 to 1,200
 */
public record EventBatch(@NotNull @Size(min = 1, max = 1200) List<@NotNull @Valid ReportedEvent> events) {}
