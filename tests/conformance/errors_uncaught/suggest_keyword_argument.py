def connect(host, *, timeout=1, retries=3):
    return host


connect("h", timout=5)
