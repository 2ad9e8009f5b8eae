using System.Text;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>A user and a password that only the servers of these tests know.</summary>
internal sealed record Credentials(string User, string Password)
{
    /// <summary>As in the Authorization header of HTTP and in the file of the Docker configuration.</summary>
    public string Basic => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));

    /// <summary>As in a URL before the host.</summary>
    public string UserInfo => $"{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}";
}
