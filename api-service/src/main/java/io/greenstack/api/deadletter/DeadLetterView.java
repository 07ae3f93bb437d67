package io.greenstack.api.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

import io.greenstack.descriptions.Sparse;
import io.greenstack.platform.deadletter.DeadLetterHeader;
import io.greenstack.platform.deadletter.StoredDeadLetter;

/**
 * A dead letter.
 *
 * @param id its name
 * @param service service that gave the message up
 * @param reason stable code in kebab-case
 * @param detail what exactly was wrong
 * @param topic MQTT topic
 * @param qos quality of service, 0 to 2
 * @param deviceId device of the topic, absent if it names none
 * @param receivedAt when the message arrived
 * @param storedAt when it was set aside
 * @param traceparent trace under which it was handled
 * @param replayOf the dead letter whose replay failed again, absent if the message came from the broker
 * @param payloadSize octets of the payload as it arrived
 * @param cut whether less than that is kept; such a message cannot be replayed
 * @param payload the payload; absent in lists
 */
record DeadLetterView(String id, String service, String reason, String detail, String topic, int qos,
        String deviceId, Instant receivedAt, Instant storedAt, String traceparent, String replayOf, int payloadSize,
        boolean cut, PayloadView payload) implements Sparse {

    static DeadLetterView of(DeadLetterHeader letter) {
        return new DeadLetterView(DeadLetterId.of(letter.service(), letter.id()).toString(), letter.service(),
                letter.reason(), letter.detail(), letter.topic(), letter.qos(), letter.deviceId(), letter.receivedAt(),
                letter.storedAt(), letter.traceparent(), replayOf(letter.service(), letter.replayOf()),
                letter.payloadSize(), letter.cut(), null);
    }

    static DeadLetterView of(StoredDeadLetter stored) {
        var letter = stored.letter();
        DeadLetterId id = DeadLetterId.of(stored.service(), stored.id());
        return new DeadLetterView(id.toString(), stored.service(), letter.reason(), letter.detail(), letter.topic(),
                letter.qos(), letter.deviceId(), letter.receivedAt(), Instant.ofEpochMilli(id.millis()),
                letter.traceparent(), replayOf(stored.service(), letter.replayOf()), stored.payloadSize(), stored.cut(),
                PayloadView.of(letter.payload()));
    }

    private static String replayOf(String service, String streamId) {
        return streamId == null ? null : service + ":" + streamId;
    }

    /**
     * Octets in the forms in which people read them.
     *
     * @param text as UTF-8; absent where they are none, or hold control characters
     * @param hex as hexadecimal digits
     * @param base64 as base64
     */
    record PayloadView(String text, String hex, String base64) implements Sparse {

        static PayloadView of(byte[] octets) {
            return new PayloadView(text(octets), HexFormat.of().withUpperCase().formatHex(octets),
                    Base64.getEncoder().encodeToString(octets));
        }

        private static String text(byte[] octets) {
            try {
                String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
                return text.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\n' || c == '\r' || c == '\t')
                        ? text
                        : null;
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }
}
