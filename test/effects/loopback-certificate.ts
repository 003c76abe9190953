/**
 * A self-signed certificate for localhost and 127.0.0.1, good until 2126. Its key is no secret: it is made for these tests, with
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 *  -addext subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
export const loopbackCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXndNsVWwnB26mEK8
+GsN38i+vK7V5ZGyfqyYoYppfpGhRANCAAS/ihLudpOHT2/AKtrW8CHkx8QNuNL/
aGp69b/ZBuZIWgOVaZ5EtmUDHEQ4KduruXgd8eAJhUFKeIJ1BANHh2/V
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUNGLkQQ1YL3NJLOGX1V0ERFY3+q0wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIwMzk1M1oYDzIxMjYxMDI4
MjAzOTUzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS/ihLudpOHT2/AKtrW8CHkx8QNuNL/aGp69b/ZBuZIWgOVaZ5EtmUD
HEQ4KduruXgd8eAJhUFKeIJ1BANHh2/Vo28wbTAdBgNVHQ4EFgQU7LDPVp57N1hG
aohPUnnb5Ihqx8kwHwYDVR0jBBgwFoAU7LDPVp57N1hGaohPUnnb5Ihqx8kwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAPXkyy46McdP+bxwIdDw1XENREFQhkNkeEmeu4P5j5t0AiEA
m8DtB+uXo5iaYyJ3vvQKftil3ycwMVKbhWRpwjw6ODA=
-----END CERTIFICATE-----
`,
};
