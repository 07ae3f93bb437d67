package io.greenstack.api.twin;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.descriptions.OpenDescription.JudgedValues;

/** Judges wanted values by the description that a device is bound to; what a device without one takes is not known. */
@ApplicationScoped
class DescriptionRules {

    private static final int UNPROCESSABLE = 422;

    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;

    public DescriptionRules(DeviceService devices, DescriptionService descriptions, OpenDescriptions open) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.open = open;
    }

    /**
     * Checks a merge patch of wanted values and answers it with the names that the device uses.
     *
     * @throws ApiException 422 with one error for each value that the device could never take
     */
    ObjectNode accept(String deviceId, ObjectNode patch) {
        Optional<DescriptionSummary> bound = devices.boundDescription(deviceId)
                .map(id -> descriptions.summaries(List.of(id)).get(id));
        if (bound.isEmpty()) {
            return patch;
        }
        JudgedValues judged = open.of(bound.get()).judge(patch);
        if (!judged.errors().isEmpty()) {
            throw new ApiException(UNPROCESSABLE, "desired-not-valid",
                    "The description of the device (" + bound.get().productName()
                            + ") does not allow " + judged.errors().size()
                            + " of the wanted values; nothing was changed.",
                    judged.errors().stream()
                            .map(error -> new FieldError(error.field(), error.code(), error.message())).toList());
        }
        return judged.accepted();
    }
}
