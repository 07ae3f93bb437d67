package io.greenstack.api.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.platform.ApiException;

/**
 * A device that a person makes: what it would say when it registers, and what people note about it.
 *
 * @param registration as a registration
 * @param details labels, location and notes
 */
record DeviceDraft(ObjectNode registration, DevicePatch details) {

    private static final int LONGEST_LOCATION = 500;
    private static final int LONGEST_NOTES = 10_000;

    /**
     * Takes the body of a request apart.
     *
     * @throws ApiException 400 naming the member that is wrong
     */
    static DeviceDraft of(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new ApiException(400, "bad-request", "A device is a JSON object with 'device_id'.");
        }
        ObjectNode registration = body.deepCopy();
        JsonNode labels = registration.remove("labels");
        String location = text(registration.remove("location"), "location", LONGEST_LOCATION);
        String notes = text(registration.remove("notes"), "notes", LONGEST_NOTES);
        return new DeviceDraft(registration, new DevicePatch(null, labels, location, notes));
    }

    private static String text(JsonNode node, String name, int longest) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.textValue().length() > longest) {
            throw ApiException.invalidParameter(name, "a text of at most " + longest + " characters is needed");
        }
        return node.textValue();
    }
}
