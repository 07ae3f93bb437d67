/** MQTT logins of devices, for Mosquitto and for the embedded broker. */
package io.greenstack.api.credential;
