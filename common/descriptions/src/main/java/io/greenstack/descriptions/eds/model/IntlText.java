package io.greenstack.descriptions.eds.model;

/**
 * One language of an international string (CIP STRINGI).
 *
 * @param language language code of three letters, empty if not given
 * @param text the text
 */
public record IntlText(String language, String text) {}
