package io.greenstack.api.alarm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.Sparse;

/**
 * The devices a rule or a channel holds for.
 *
 * @param type how they are chosen
 * @param deviceId with {@code device}: id of the device
 * @param label with {@code label}: a key, or a key and a value with {@code =} between
 * @param descriptionId with {@code description}: catalog id of the description they are bound to
 */
public record AlarmScope(Type type, String deviceId, String label, Long descriptionId) implements Sparse {

    private static final int LONGEST = 200;

    /** All devices. */
    public static final AlarmScope EVERYTHING = new AlarmScope(Type.ALL, null, null, null);

    /** How devices are chosen. */
    @Schema(name = "AlarmScopeType")
    public enum Type {
        /** All that are registered. */
        ALL,
        /** One. */
        DEVICE,
        /** Those with a label. */
        LABEL,
        /** Those bound to a description. */
        DESCRIPTION
    }

    /** What is stored beside the type. */
    public String of() {
        return switch (type) {
            case ALL -> "";
            case DEVICE -> deviceId;
            case LABEL -> label.strip();
            case DESCRIPTION -> descriptionId.toString();
        };
    }

    /** A scope as it is stored. */
    public static AlarmScope stored(Type type, String of) {
        return switch (type) {
            case ALL -> EVERYTHING;
            case DEVICE -> new AlarmScope(type, of, null, null);
            case LABEL -> new AlarmScope(type, null, of, null);
            case DESCRIPTION -> new AlarmScope(type, null, null, Long.valueOf(of));
        };
    }

    /** @throws ApiException 400 naming what is missing */
    public void check() {
        if (type == null) {
            throw ApiException.invalidParameter("scope.type", "one of all, device, label, description is needed");
        }
        if (type == Type.DEVICE && (deviceId == null || !deviceId.matches("[A-Za-z0-9._:-]{1,64}"))) {
            throw ApiException.invalidParameter("scope.device_id", "the id of a device is needed");
        }
        if (type == Type.LABEL && (label == null || label.isBlank() || label.strip().startsWith("=")
                || label.length() > LONGEST)) {
            throw ApiException.invalidParameter("scope.label", "a label such as critical or line=4 is needed");
        }
        if (type == Type.DESCRIPTION && descriptionId == null) {
            throw ApiException.invalidParameter("scope.description_id", "the catalog id of a description is needed");
        }
    }
}
