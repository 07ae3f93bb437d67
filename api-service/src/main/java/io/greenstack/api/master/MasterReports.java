package io.greenstack.api.master;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the bridge that runs the masters says of them.
 *
 * @param epoch how many bridges have run them before, this one too
 * @param masters those of which there is something to say
 */
record MasterReports(@Min(1) long epoch, @NotNull @Size(max = 1000) List<@NotNull @Valid MasterReport> masters) {

    /**
     * What there is to say of one.
     *
     * @param state how it is with it
     * @param error what is wrong, for people; absent for nothing
     * @param lastContact when it last answered; absent for never
     * @param readMs how long that took; absent where it is not known
     * @param ports all its ports; absent where they are not known
     */
    record MasterReport(@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,23}") String id, @NotNull MasterState state,
            @Size(max = 500) String error, Instant lastContact, Integer readMs, @Size(max = 100) String vendor,
            @Size(max = 100) String product, @Size(max = 100) String serial, @Size(max = 100) String firmware,
            @Size(max = 100) String hardware, @Size(max = 1000) List<@NotNull @Valid PortReport> ports) {}

    /**
     * What there is to say of a port.
     *
     * @param mode {@code io_link}, {@code digital_input}, {@code digital_output}, {@code disabled} or {@code unknown}
     * @param deviceId the device on it as it is registered; absent for none
     * @param readings valid process data so far
     * @param invalid invalid process data so far
     */
    record PortReport(@Min(1) @Max(100_000) int port,
            @NotNull @Pattern(regexp = "io_link|digital_input|digital_output|disabled|unknown") String mode,
            @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}") String deviceId, Long vendorId, Long iolinkDeviceId,
            @Size(max = 100) String product, @Size(max = 100) String serial, Long cycleUs, @Min(0) long readings,
            @Min(0) long invalid) {}
}
