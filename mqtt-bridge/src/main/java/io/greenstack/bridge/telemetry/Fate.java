package io.greenstack.bridge.telemetry;

/** What became of a telemetry message. */
sealed interface Fate {

    /** The live view has it, or something newer. */
    Fate STORED = new Stored();

    /** Redis is away, or does not have the layouts yet. */
    Fate AWAY = new Away();

    /** The live view has it, or something newer. */
    record Stored() implements Fate {}

    /** Redis is away, or does not have the layouts yet. */
    record Away() implements Fate {}

    /**
     * It can never succeed.
     *
     * @param reason stable code
     * @param detail for people
     */
    record Rejected(String reason, String detail) implements Fate {}
}
