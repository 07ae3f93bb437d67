package io.greenstack.descriptions;

/**
 * In which form numbers are given and wanted.
 *
 * @param scaled true for numbers as menus show them, false for raw ones
 * @param unitCode unit of scaled numbers where there are several, null = the first
 */
public record ValueForm(boolean scaled, Integer unitCode) {

    /** Numbers as the octets hold them. */
    public static final ValueForm RAW = new ValueForm(false, null);
}
