using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class CronScheduleTests
{
    [Theory]
    [InlineData("* * * * *")]
    [InlineData("30 3 * * mon-fri")]
    [InlineData("*/15 0-6,22,23 1 JAN,jul Sun")]
    [InlineData("0 0 ? * 0-6/2")]
    [InlineData("5/10 0 1 */3 ?")]
    [InlineData("0 0 29 2 *")]
    [InlineData("0 0 30-31 2 mon")]
    [InlineData("  0\t0  1 1 * ")]
    [InlineData("0,,30 0 1 1 *")]
    [InlineData("00 03 01 1 6")]
    [InlineData("0/90 * * * *")]
    [InlineData("@hourly")]
    [InlineData("@daily")]
    [InlineData("@midnight")]
    [InlineData("@weekly")]
    [InlineData("@monthly")]
    [InlineData("@yearly")]
    [InlineData("@annually")]
    [InlineData("@every 1h30m")]
    [InlineData("@every 1.5h")]
    [InlineData("@every 2000ms")]
    public void A_schedule_that_Kubernetes_takes_is_valid(string schedule) => Assert.Null(CronSchedule.Problem(schedule));

    [Theory]
    [InlineData("60 * * * *", "the minute \"60\" lies outside 0 to 59")]
    [InlineData("* 24 * * *", "the hour \"24\" lies outside 0 to 23")]
    [InlineData("* * 0 * *", "the day of the month \"0\" lies outside 1 to 31")]
    [InlineData("* * 1-32 * *", "the day of the month \"1-32\" lies outside 1 to 31")]
    [InlineData("* * * 13 *", "the month \"13\" lies outside 1 to 12")]
    [InlineData("* * * * 7", "the day of the week \"7\" lies outside 0 to 6 (Sunday is 0)")]
    [InlineData("70/5 * * * *", "the minute \"70/5\" lies outside 0 to 59")]
    public void A_value_has_the_bounds_of_its_field(string schedule, string problem) => Assert.Equal(problem, CronSchedule.Problem(schedule));

    [Theory]
    [InlineData("x * * * *")]
    [InlineData("-5 * * * *")]
    [InlineData("1-2-3 * * * *")]
    [InlineData("1/2/3 * * * *")]
    [InlineData("*-5 * * * *")]
    [InlineData("*/ * * * *")]
    [InlineData("1- * * * *")]
    [InlineData("+5 * * * *")]
    [InlineData("99999999999 * * * *")]
    [InlineData("jan * * * *")]
    [InlineData("* * * january *")]
    [InlineData("* * L * *")]
    [InlineData("* * 15W * *")]
    [InlineData("* * * * mon#2")]
    [InlineData("\u0661 * * * *")]
    public void What_is_no_value_range_or_step_is_not_understood(string schedule) =>
        Assert.Contains("is none of *, a value, a range such as 1-5 and a step such as */15", CronSchedule.Problem(schedule), StringComparison.Ordinal);

    [Theory]
    [InlineData("* * * * fri-mon", "the day of the week \"fri-mon\" runs backwards; write two ranges with a comma")]
    [InlineData("*/0 * * * *", "the minute \"*/0\" has a step of 0")]
    [InlineData(", * * * *", "the minute \",\" holds no value")]
    public void A_range_and_a_step_go_forwards(string schedule, string problem) => Assert.Equal(problem, CronSchedule.Problem(schedule));

    [Theory]
    [InlineData("", "and there are 0")]
    [InlineData("daily", "and there is 1")]
    [InlineData("* * * *", "and there are 4")]
    [InlineData("0 30 3 * * *", "and there are 6; seconds have none")]
    [InlineData("0 30 3 * * ? 2030", "and there are 7")]
    public void There_are_five_fields(string schedule, string end) => Assert.EndsWith(end, CronSchedule.Problem(schedule), StringComparison.Ordinal);

    [Theory]
    [InlineData("TZ=Europe/Berlin 0 3 * * *")]
    [InlineData("CRON_TZ=UTC @daily")]
    public void A_time_zone_belongs_into_its_own_argument(string schedule) =>
        Assert.EndsWith("write it as TimeZone", CronSchedule.Problem(schedule), StringComparison.Ordinal);

    [Theory]
    [InlineData("@reboot")]
    [InlineData("@Daily")]
    [InlineData("@daily ")]
    [InlineData("@every")]
    public void Only_the_macros_of_Kubernetes_exist(string schedule) =>
        Assert.StartsWith("there are @yearly, ", CronSchedule.Problem(schedule), StringComparison.Ordinal);

    [Theory]
    [InlineData("@every 90")]
    [InlineData("@every 1 hour")]
    [InlineData("@every -1h")]
    [InlineData("@every 1d")]
    [InlineData("@every 0s")]
    [InlineData("@every 999ms")]
    [InlineData("@every 3000000h")]
    public void An_interval_is_a_duration_of_a_second_or_more(string schedule) =>
        Assert.StartsWith("@every takes a duration", CronSchedule.Problem(schedule), StringComparison.Ordinal);

    [Theory]
    [InlineData("0 0 31 2 *")]
    [InlineData("0 0 30 feb ?")]
    [InlineData("0 0 31 4,6,9,11 *")]
    public void A_day_that_never_comes_is_wrong(string schedule) =>
        Assert.Equal("no such day is in these months, so it would never run", CronSchedule.Problem(schedule));
}
