package io.greenstack.descriptions.eds.model;

/**
 * Entry {@code PortN} of [Port].
 *
 * @param number N
 * @param type kind of port: {@code TCP}, {@code DeviceNet}, {@code 1_5069_Chassis}, ...
 * @param name name
 * @param path path to the object of the port, empty if not given
 * @param portNumber number of the port in routes, null if missing
 * @param capabilities routing capabilities, null if not given
 * @param line line of the file, from 1
 */
public record EdsPort(int number, String type, String name, String path, Integer portNumber, Integer capabilities,
        int line) {}
