package io.greenstack.api.parameterset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.export.ParameterSet;
import io.greenstack.api.export.ParameterSet.SetValue;
import io.greenstack.api.parameterset.SetRestoration.LeftOutValue;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.twin.TwinWishes;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterSetting;

/** Makes the values of a set those that a device is wanted to have; its twin sees to it that it gets them. */
@ApplicationScoped
class SetRestorer {

    private static final String READ_WRITE = "rw";

    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final SetFiles files;
    private final TwinWishes twins;

    SetRestorer(DeviceService devices, DescriptionService descriptions, OpenDescriptions open, SetFiles files,
            TwinWishes twins) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.open = open;
        this.files = files;
        this.twins = twins;
    }

    /**
     * Restores a set.
     *
     * @param otherType whether a device of another type of the same vendor may get it
     * @throws ApiException 404 for an unknown device, 409 without a description or for a device of another type, 422 when none of the
     *         values can be written
     */
    SetRestoration restore(ParameterSet set, String deviceId, boolean otherType, String by) {
        devices.require(deviceId);
        long id = devices.boundDescription(deviceId).orElseThrow(() -> ApiException.conflict("no-description",
                "Device " + deviceId + " is bound to no description yet; import its file or bind it."));
        DescriptionSummary summary = descriptions.summary(id, null);
        checkType(set, summary, deviceId, otherType);
        Map<String, ParameterSetting> settings = files.settings(summary);
        List<LeftOutValue> leftOut = new ArrayList<>();
        Map<String, ObjectNode> patches = new LinkedHashMap<>();
        int readOnly = 0;
        for (SetValue value : set.parameters()) {
            ParameterSetting setting = settings.get(SetFiles.key(value.parameterId(), value.subindex()));
            if (setting == null) {
                leftOut.add(leftOut(value, "unknown-parameter", "The description of the device has no such parameter"));
            } else if (READ_WRITE.equals(setting.accessRights())) {
                put(patches.computeIfAbsent(value.parameterId(), key -> JsonNodeFactory.instance.objectNode()), value);
            } else {
                readOnly++;
            }
        }
        ObjectNode wanted = judged(open.of(summary), patches, set, leftOut);
        if (wanted.isEmpty()) {
            throw new ApiException(422, "nothing-to-restore", "Device " + deviceId + " can take none of the "
                    + set.parameters().size() + " values: " + readOnly + " are read-only, " + leftOut.size()
                    + " do not fit.");
        }
        int count = 0;
        for (var value : wanted.properties()) {
            count += value.getValue().isObject() ? value.getValue().size() : 1;
        }
        return new SetRestoration(deviceId, count, readOnly, leftOut, twins.wish(deviceId, wanted, by));
    }

    private static void checkType(ParameterSet set, DescriptionSummary device, String deviceId, boolean otherType) {
        boolean vendor = set.kind().equals(device.kind()) && set.vendorId() == device.vendorId();
        boolean same = vendor && set.deviceTypeId() == device.deviceId();
        if (!vendor || !same && !otherType) {
            throw ApiException.conflict("other-type", "The set is of " + set.productName() + " (" + set.vendorId() + "/"
                    + set.deviceTypeId() + ") and " + deviceId + " is a " + device.productName() + " ("
                    + device.vendorId() + "/" + device.deviceId() + ")."
                    + (vendor ? " Say other_type: true if it takes these parameters all the same." : ""));
        }
    }

    private static void put(ObjectNode patch, SetValue value) {
        if (value.subindex() == 0) {
            patch.set(value.parameterId(), value.value());
        } else {
            patch.withObject("/" + value.parameterId().replace("~", "~0").replace("/", "~1"))
                    .set(Integer.toString(value.subindex()), value.value());
        }
    }

    /** Each parameter by itself: one that does not fit costs only itself. */
    private static ObjectNode judged(OpenDescription description, Map<String, ObjectNode> patches, ParameterSet set,
            List<LeftOutValue> leftOut) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        patches.forEach((parameter, patch) -> {
            OpenDescription.JudgedValues judged = description.judge(patch);
            if (judged.errors().isEmpty()) {
                wanted.setAll(judged.accepted());
                return;
            }
            ParameterError error = judged.errors().get(0);
            set.parameters().stream().filter(value -> value.parameterId().equals(parameter))
                    .forEach(value -> leftOut.add(leftOut(value, error.code(), error.message())));
        });
        return wanted;
    }

    private static LeftOutValue leftOut(SetValue value, String code, String reason) {
        return new LeftOutValue(value.parameterId(), value.subindex(), value.name(), code, reason);
    }
}
