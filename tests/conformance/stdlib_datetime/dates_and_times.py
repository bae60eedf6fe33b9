# New in 3.14: messages
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple().tm_yday, d.replace(day=1), d + timedelta(1), d - date(2023, 2, 28), d.toordinal(), date.fromordinal(738945), date.fromisoformat("2024-12-01"), d < date(2025, 1, 1), f"{d:%A %d %B %Y}", d.strftime("%j %U %y"), d.ctime())
t = datetime(2024, 1, 2, 3, 4, 5, 678900)
print(t, repr(t), t.isoformat(), t.date(), t.time(), t.replace(year=2000), t + timedelta(days=1.5), t.strftime("%Y/%m/%d %H:%M:%S.%f %p %I"), datetime.strptime("21 Nov 2023 16:30", "%d %b %Y %H:%M"), t.isoformat(" ", "minutes"), datetime.fromisoformat("2024-01-02T03:04:05+02:00"), datetime.combine(d, time(1, 2)))
x = timedelta(days=1, hours=-2, seconds=3.5)
print(x, repr(x), x.total_seconds(), x * 2, x / 2, x // timedelta(hours=1), x % timedelta(hours=5), -x, abs(-x), timedelta(weeks=1), timedelta(0), bool(timedelta(0)), divmod(x, timedelta(hours=3)), timedelta(microseconds=1), x.days, x.seconds, x.microseconds)
z = timezone(timedelta(hours=5, minutes=30), "IST")
a = datetime(2024, 1, 1, 12, tzinfo=UTC)
print(a, a.astimezone(z), a.astimezone(z).tzname(), a == a.astimezone(z), a.utcoffset(), a.timestamp(), datetime.fromtimestamp(0, UTC), z, repr(timezone.utc), time(12, 30, tzinfo=z), time(1, 2, 3).isoformat(), MAXYEAR)
for case in ("date(2023, 2, 29)", "date(0, 1, 1)", "datetime(2024, 1, 1, 25)", "date.fromisoformat('x')", "datetime.strptime('x', '%Y')", "d + 1", "d < t", "a < t", "timedelta('a')", "date(2024, 13, 1)", "d - 'a'", "date()"):
    try:
        print(case, eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__, error)
import calendar

print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month(2024, 2), calendar.day_name[0])
