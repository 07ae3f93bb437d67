package io.greenstack.api.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.iodd.parameter.ParameterService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.reader.EdsReader;

/** Rules out of the description that a device is bound to; what a device without one takes is not known. */
@ApplicationScoped
public class DescriptionRules implements DesiredRules {

    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final ParameterService parameters;

    @Inject
    public DescriptionRules(DeviceService devices, DescriptionService descriptions, ParameterService parameters) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.parameters = parameters;
    }

    @Override
    public ObjectNode accept(String deviceId, ObjectNode patch) {
        Optional<DescriptionSummary> bound = devices.boundDescription(deviceId)
                .map(id -> descriptions.summaries(List.of(id)).get(id));
        if (bound.isEmpty()) {
            return patch;
        }
        List<FieldError> errors = new ArrayList<>();
        ObjectNode accepted = bound.get().kind() == DescriptionKind.IODD
                ? IoddRules.check(parameters.catalog(bound.get().id()), patch, errors)
                : EdsRules.check(edsParameters(bound.get().id()), patch, errors);
        if (!errors.isEmpty()) {
            throw new ApiException(422, "desired-not-valid",
                    "The description of the device (" + bound.get().productName()
                            + ") does not allow " + errors.size() + " of the wanted values; nothing was changed.",
                    errors);
        }
        return accepted;
    }

    private List<EdsParameter> edsParameters(long descriptionId) {
        return EdsReader.read(descriptions.mainFile(descriptionId, DescriptionKind.EDS).content()).model().parameters();
    }
}
