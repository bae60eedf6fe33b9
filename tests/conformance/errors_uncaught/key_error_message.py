class Missing(KeyError):
    pass


raise Missing("the 'key'\nwas not there")
