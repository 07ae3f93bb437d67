package io.greenstack.bridge.registration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RegistrationReader;
import io.greenstack.core.message.RejectReason;

/** Makes the request of the registration: what the device sent, with the device id of the topic and no other. */
final class RegistrationBody {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String DEVICE_ID = "device_id";

    private final RegistrationReader reader = new RegistrationReader();

    /**
     * The body of the request.
     *
     * @throws PayloadException if the payload is no registration
     */
    byte[] of(DeviceId deviceId, byte[] payload) {
        reader.read(payload);
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 64);
        try (JsonParser in = JSON.createParser(payload); JsonGenerator body = JSON.createGenerator(out)) {
            in.nextToken();
            body.writeStartObject();
            body.writeStringField(DEVICE_ID, deviceId.value());
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (DEVICE_ID.equals(name)) {
                    in.skipChildren();
                } else {
                    body.writeFieldName(name);
                    body.copyCurrentStructure(in);
                }
            }
            body.writeEndObject();
        } catch (IOException e) {
            throw new PayloadException(RejectReason.NOT_JSON, e.getMessage());
        }
        return out.toByteArray();
    }
}
