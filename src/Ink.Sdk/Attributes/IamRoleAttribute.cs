namespace Ink;

/// <summary>The AWS IAM role that the app's pods assume, by an annotation on the app's ServiceAccount.</summary>
/// <remarks>
/// Without it the role is the project's <c>InkIamRole</c>, where that is set. Source: "IAM roles for service accounts" in the documentation of Amazon EKS.
/// </remarks>
/// <example><c>[assembly: IamRole("arn:aws:iam::{account}:role/checkout")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class IamRoleAttribute : Attribute
{
    /// <summary>Names the role.</summary>
    /// <param name="arn"><c>arn:aws:iam::ACCOUNT:role/NAME</c> (INK0011 otherwise); may hold placeholders.</param>
    public IamRoleAttribute(string arn) => Arn = arn;

    /// <summary>The role's ARN.</summary>
    public string Arn { get; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one.</summary>
    public string? Environment { get; set; }
}
