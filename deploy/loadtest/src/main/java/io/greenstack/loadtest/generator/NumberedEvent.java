package io.greenstack.loadtest.generator;

/**
 * The event that carries a number: the two events of each code follow each other, first it appears, then it disappears.
 *
 * @param code event code, half of the number
 * @param mode {@code appears} for even numbers, {@code disappears} for odd ones
 */
public record NumberedEvent(int code, String mode) {

    /** How many numbers there are. */
    public static final int NUMBERS = 0x20000;

    private static final String APPEARS = "appears";

    /** @param number 0 to {@link #NUMBERS} - 1 */
    public static NumberedEvent of(int number) {
        return new NumberedEvent(number / 2, number % 2 == 0 ? APPEARS : "disappears");
    }

    /** The number of a stored event; -1 if the generator sends no such event. */
    public int number() {
        int number = 2 * code + (APPEARS.equals(mode) ? 0 : 1);
        return equals(of(number)) ? number : -1;
    }
}
