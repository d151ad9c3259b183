/*
 * The role that deploys.
 */
resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement : [{
      Effect : "Allow"
      Action : "sts:AssumeRoleWithWebIdentity"
    }]
  })
}
