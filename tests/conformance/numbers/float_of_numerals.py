# Texts with few digits and with many, with the point at each place.
for text in ("0", "-0", "+7", "1.", ".5", "-.5", "3.25", "0.1", "123456789012345", "1234567890123456", "12345678.9012345",
             "1.23456789012345", "0.00000000000001", "1_0.5", "1e5", " 2.5 ", "2.5\n", "00012.50", "-0.0", "inf"):
    print(repr(text), repr(float(text)))
for text in ("", "+", ".", "-.", "1..", "1.2.3", "1_", "--1", "1 2", "0x1"):
    try:
        print(float(text))
    except ValueError as error:
        print(error)
